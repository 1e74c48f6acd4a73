import { onAbort } from '../../../../../src/client/http/exchange/on-abort';

test('all that wait for a signal are called once, in their order', () => {
  const abort = new AbortController();
  const called: string[] = [];
  onAbort(abort.signal, () => called.push('first'));
  onAbort(abort.signal, () => called.push('second'));
  expect(called).toEqual([]);

  abort.abort();
  abort.abort();

  expect(called).toEqual(['first', 'second']);
});

test('what was forgotten is not called', () => {
  const abort = new AbortController();
  const called: string[] = [];
  onAbort(abort.signal, () => called.push('kept'));
  const forget = onAbort(abort.signal, () => called.push('forgotten'));

  forget();
  abort.abort();

  expect(called).toEqual(['kept']);
});

test('a signal has one listener, whatever waits for it', () => {
  const abort = new AbortController();
  const add = jest.spyOn(abort.signal, 'addEventListener');

  for (let index = 0; index < 20; index += 1) onAbort(abort.signal, () => undefined);

  expect(add).toHaveBeenCalledTimes(1);
});
