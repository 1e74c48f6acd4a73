import type { ApiResponse } from '../../../src/api-response';
import { responseSubject } from '../../../src/assertions/subject';

const response = { status: 200, headers: { a: 'b' }, body: { id: 1 }, durationMs: 7 } as unknown as ApiResponse;

test('the roots of a response are `$http` and those given', () => {
  expect(responseSubject(response)).toEqual({
    body: response.body,
    roots: { $http: { status: 200, headers: { a: 'b' }, durationMs: 7 } },
  });
  expect(responseSubject({ ...response, size: 0 }, { $workflow: 1 }).roots).toEqual({
    $http: { status: 200, headers: { a: 'b' }, size: 0, durationMs: 7 },
    $workflow: 1,
  });
});

test('without a size, `$http` has no such key; its body is there, but not listed', () => {
  const { $http } = responseSubject(response).roots as { $http: Record<string, unknown> };
  expect(Object.keys($http)).toEqual(['status', 'headers', 'durationMs']);
  expect($http['body']).toBe(response.body);
});
