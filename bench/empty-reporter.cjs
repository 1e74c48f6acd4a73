// In the place of Jest's own reporter, whose status line keeps a process up to 0.1 s longer when a file took over 0.1 s.
module.exports = function EmptyReporter() {
  return this;
};
