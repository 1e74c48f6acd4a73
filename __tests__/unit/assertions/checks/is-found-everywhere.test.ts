import { isFoundEverywhere } from '../../../../src/assertions/checks/is-found-everywhere';

test.each([
  [/(?:)/],
  [/x*/],
  [/^/],
  [/$/],
  [/^x*/],
  [/x*$/],
  [/[^$]*/],
  [/\^*/],
  [/\$?$/],
  [/^[\]$]*/],
  [/\w*|x/],
  [/^[^]*$/],
  [/^.*$/s],
  [/x*^/],
  [/$x*/],
  [/^(?:.|\n|\r|\u2028|\u2029)*$/],
])('%s is found in every string', (pattern) => {
  expect(isFoundEverywhere(pattern)).toBe(true);
});

test.each([
  [/x/],
  [/^x*$/],
  [/^$/],
  [/^.*$/],
  [/\b/],
  [/x*\b/],
  [/\B/],
  [/(?=x)/],
  [/(?!x)/],
  [/(?<!x)x*/],
  [/^[^]{0,3}$/],
  [/^[^]{0,}$|^(?!a)/],
  [/^\w*$/],
  [/^(?:[^x]|xx)*$/],
])('%s is not, or is taken not to be', (pattern) => {
  expect(isFoundEverywhere(pattern)).toBe(false);
});
