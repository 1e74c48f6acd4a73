import { withDeadline } from '../../src/deadline';

const never = (): Promise<never> => new Promise(() => undefined);

test('work that ends in time is passed on, value or error', async () => {
  await expect(withDeadline(Promise.resolve(1), 1000, () => new Error('late'))).resolves.toBe(1);
  await expect(withDeadline(Promise.reject(new Error('own')), 1000, () => new Error('late'))).rejects.toThrow('own');
});

test('work that does not end is given up', async () => {
  await expect(withDeadline(never(), 10, () => new Error('late'))).rejects.toThrow('late');
});
