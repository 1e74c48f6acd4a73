import { captureCallSite } from '../../src/call-site';

function make() {
  return captureCallSite(make);
}

test('is the place where the function was called', () => {
  expect(make().frame).toMatch(/^\s+at .*call-site\.test\.ts:\d+:\d+\)?$/);
});

test('leaves the limit of stacks as it was', () => {
  const before = Error.stackTraceLimit;
  make();
  expect(Error.stackTraceLimit).toBe(before);
});

test('is unknown where nobody called', () => {
  expect(captureCallSite(() => undefined).frame).toBeUndefined();
});
