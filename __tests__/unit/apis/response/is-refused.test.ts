import { isRefused } from '../../../../src/apis/response/is-refused';

test.each([
  [{ status: 200, body: { success: true } }, false],
  [{ status: 302, body: '' }, false],
  [{ status: 200, body: { success: 'false' } }, false],
  [{ status: 200, body: { success: false } }, true],
  [{ status: 400, body: { success: true } }, true],
  [{ status: 503, body: undefined }, true],
])('%j is refused: %j', (response, refused) => {
  expect(isRefused(response)).toBe(refused);
});
