/** The message that a failing expectation throws, without colours; an error if it does not fail. */
export function failureOf(expectation: () => unknown): string {
  return thrownBy(expectation).message;
}

/** What a failing expectation throws, its message without colours. */
export function thrownBy(expectation: () => unknown): Error & { readonly code?: string } {
  try {
    expectation();
  } catch (error) {
    const thrown = error as Error;
    // eslint-disable-next-line no-control-regex
    thrown.message = thrown.message.replace(/\u001b\[\d+m/g, '');
    return thrown;
  }
  throw new Error('the expectation passed');
}

/** An answer of the client. */
export function responseOf(body: unknown, status = 200): object {
  return { body, status, headers: { 'content-type': 'application/json' }, durationMs: 12 };
}
