import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { SecretListener } from '../../../src/jest/secret-listener';
import { tellSecrets } from '../../../src/jest/tell-secrets';
import type { LearntSecret } from '../../../src/redaction/known-secrets';
import { redactText } from '../../../src/redaction/process-redactor';

const SECRETS: readonly LearntSecret[] = [
  ['told-"1"\nü', 'named'],
  ['told-22', 'beside'],
];
let told: unknown[] = [];
let learnt = (): void => undefined;
let listener: SecretListener;

beforeEach(async () => {
  told = [];
  const slow = {
    learn: (secrets: readonly LearntSecret[]) =>
      new Promise<void>((resolve) => {
        told.push(secrets);
        learnt = resolve;
      }),
  };
  listener = await SecretListener.open(() => [slow, {}]);
});
afterEach(() => listener.close());

test('the main process and all services know of it before the worker goes on', async () => {
  let isTold = false;
  const telling = tellSecrets(listener.address, SECRETS).then(() => (isTold = true));
  while (told.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual([SECRETS]);
  expect(isTold).toBe(false);
  learnt();
  await telling;
  expect(redactText('x told-"1"\nü told-22')).toBe('x [redacted] [redacted]');
});

test('a stranger is not heard', async () => {
  await tellSecrets({ ...listener.address, token: 'another' }, [['told-33', 'named']]);
  const socket = connect(listener.address.port, '127.0.0.1');
  socket.end('nothing');
  expect(await text(socket)).toBe('');
  expect(told).toEqual([]);
  expect(redactText('told-33')).toBe('told-33');
});

test('without a main process a worker goes on', async () => {
  listener.close();
  await expect(tellSecrets(listener.address, SECRETS)).resolves.toBeUndefined();
});
