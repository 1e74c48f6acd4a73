import {
  configureRedaction,
  learnSecretsOf,
  lineRedactor,
  redactedPrintableCopy,
  redactText,
  redactValue,
  reportSecretsWith,
  secretsReported,
  takeSecrets,
} from '../../../src/redaction/process-redactor';
import { secret } from '../../../src/redaction/secret';
import type { LearntSecret } from '../../../src/redaction/text/known-secrets';

test('what was taken from another process is hidden', () => {
  takeSecrets([['from-elsewhere', 'named']]);
  expect(redactText('x from-elsewhere')).toBe('x [redacted]');
});

test('what is learnt is told once, and waited for by all', async () => {
  expect(secretsReported()).toBeUndefined();
  const reported: LearntSecret[][] = [];
  let resolve = (): void => undefined;
  reportSecretsWith((secrets) => {
    reported.push([...secrets]);
    return new Promise((done) => (resolve = done));
  });
  learnSecretsOf({ password: 'learnt-1' });
  secret('marked-1');
  let count = 0;
  const both = [secretsReported(), secretsReported()].map(async (reporting) => reporting?.then(() => (count += 1)));
  await Promise.resolve();
  expect(count).toBe(0);
  resolve();
  await Promise.all(both);
  expect(reported).toHaveLength(1);
  expect(reported[0]).toEqual(
    expect.arrayContaining([
      ['learnt-1', 'named'],
      ['marked-1', 'marked'],
    ]),
  );
  learnSecretsOf({ password: 'learnt-1' });
  expect(secretsReported()).toBeUndefined();
  expect(reported).toHaveLength(1);
});

test('nothing is told where nothing is hidden', () => {
  configureRedaction({ off: true });
  learnSecretsOf({ password: 'learnt-2' });
  expect(secretsReported()).toBeUndefined();
  configureRedaction({});
});

test('with redaction off, everything is written as it is; with it on, nothing', () => {
  const value = { password: 'hidden-1', list: ['hidden-1'] };
  const key = [
    '-----BEGIN PRIVATE KEY-----',
    'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIB',
    '-----END PRIVATE KEY-----',
  ];
  const written = (): unknown[] => [
    redactValue(value),
    redactedPrintableCopy(value, { readsGetters: true }),
    redactText('password=hidden-1'),
    key.map(lineRedactor()).join(' '),
  ];
  configureRedaction({ off: true });
  expect(written()).toEqual([value, value, 'password=hidden-1', key.join(' ')]);
  configureRedaction({});
  learnSecretsOf(value);
  expect(JSON.stringify(written())).not.toMatch(/hidden-1|MIIEvQ/);
});
