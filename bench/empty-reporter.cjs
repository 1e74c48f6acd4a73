// Replaces Jest's own reporter, whose status line delays the exit by up to 0.1 s if a file took more than 0.1 s.
module.exports = function EmptyReporter() {
  return this;
};
