import '../../../matchers/jest-ambient';

import * as matchers from '../../../matchers';
import { failureOf, responseOf, thrownBy } from '../../support/matcher-failure';

expect.extend(matchers);

describe('toBeSuccessful', () => {
  test.each([
    ['a body', { success: true }],
    ['an answer', responseOf({ success: true })],
    ['an answer with 201', responseOf({ success: true }, 201)],
  ])('holds for %s that says so', (_name, received) => {
    expect(received).toBeSuccessful();
    expect(() => expect(received).not.toBeSuccessful()).toThrow('a response that reports a failure');
  });

  test.each([
    ['success: false', { success: false, message: 'wrong password' }, 'success: false'],
    ['a status that is not 2xx', responseOf({ success: true }, 500), '500'],
    ['an error', { detail: 'login refused' }, 'Detail:    "login refused"'],
    ['an error of an answer', responseOf({ detail: 'Not Found' }, 404), 'Detail:       "Not Found"'],
    ['a text', responseOf('Internal Server Error', 500), 'the string "Internal Server Error"'],
  ])('does not hold for %s', (_name, received, reason) => {
    expect(received).not.toBeSuccessful();
    expect(failureOf(() => expect(received).toBeSuccessful())).toContain(reason);
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'OK'],
    ['an object that does not say it', {}],
    ['success as text', { success: 'true' }],
    ['an answer without it', responseOf({ status: 'healthy' })],
    ['a list', responseOf([])],
  ])('fails in both voices for %s', (_name, received) => {
    expect(failureOf(() => expect(received).toBeSuccessful())).toContain('success');
    expect(failureOf(() => expect(received).not.toBeSuccessful())).toContain('success');
  });

  test('shows the status and what the server says', () => {
    const received = responseOf({ success: false, message: 'wrong password' }, 401);
    expect(failureOf(() => expect(received).toBeSuccessful())).toBe(`expect(received).toBeSuccessful()

Expected:     success: true, with a 2xx HTTP status
Received:     success: false
HTTP status:  401
Message:      "wrong password"`);
  });
});

describe('toHaveHttpStatus', () => {
  test('compares the status of an ApiAnswer, of fetch and of axios', () => {
    expect(responseOf({}, 401)).toHaveHttpStatus(401);
    expect(responseOf({}, 401)).not.toHaveHttpStatus(200);
    expect(new Response('', { status: 404 })).toHaveHttpStatus(404);
    expect({ status: 200, statusText: 'OK', headers: {}, config: {}, data: {} }).toHaveHttpStatus(200);
  });

  test('shows both, and what the server says', () => {
    expect(failureOf(() => expect(responseOf({ detail: 'no' }, 403)).toHaveHttpStatus(200)))
      .toBe(`expect(received).toHaveHttpStatus(status)

Expected:  200
Received:  403
Detail:    "no"`);
    expect(failureOf(() => expect(responseOf({}, 403)).not.toHaveHttpStatus(403))).toContain('Expected:  not 403');
  });

  test.each([[undefined], [200], [{ status: 200 }], [{ status: '200', headers: {} }], [{ success: true }]])(
    'throws for %p, which has no HTTP status',
    (received) => {
      const { code, message } = thrownBy(() => expect(received).not.toHaveHttpStatus(500));
      expect({ code, message }).toEqual({
        code: 'INVALID_MATCHER_ARGUMENT',
        message: expect.stringContaining('has no HTTP status'),
      });
    },
  );
});
