import { redactText } from '../../../../src/redaction/process-redactor';
import { hidePrivateKeyLines } from '../../../../src/redaction/text/private-key-lines';

const LINE = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
const KEY = [
  '-----BEGIN RSA PRIVATE KEY-----',
  'Proc-Type: 4,ENCRYPTED',
  'DEK-Info: AES-256-CBC,0123ABCD',
  '',
  LINE,
  LINE,
  'zAg+/Q8=',
  '-----END RSA PRIVATE KEY-----',
];

test.each<[string, (line: string) => string]>([
  ['alone', (line) => line],
  ['behind a name', (line) => `[app] ${line}`],
  ['behind a time and a level', (line) => `2026-11-25T10:00:00.123Z INFO  db | ${line}`],
  ['in JSON', (line) => JSON.stringify({ level: 30, msg: line })],
])('no line of a key is left, %s', (_how, spell) => {
  const hide = hidePrivateKeyLines();
  const before = 'INFO started with the key';
  const shown = [before, ...KEY.map(spell), 'INFO started listening'].map(hide);
  expect(shown.join('\n')).not.toMatch(/MIIE|zAg/);
  expect(shown.at(0)).toBe(before);
  expect(shown.slice(-2)).toEqual([spell(KEY.at(-1) as string), 'INFO started listening']);
  expect(redactText(shown.join('\n'))).toBe(shown.join('\n'));
});

test('what follows a key that was cut is shown again', () => {
  const hide = hidePrivateKeyLines();
  const after = ['error: something else happened.', 'and more', 'again', 'started'];
  expect([KEY[0] as string, LINE, ...after].map(hide).slice(-2)).toEqual(['again', 'started']);
});

test('a key in one line is left to the patterns', () => {
  expect(hidePrivateKeyLines()(KEY.join('\\n'))).toBe(KEY.join('\\n'));
});

test('a long line comes to an end', () => {
  const hide = hidePrivateKeyLines();
  hide(KEY[0] as string);
  expect(hide(`${'a '.repeat(50_000)}${'a'.repeat(50_000)}!`)).toContain('a');
  expect(hide('-----BEGIN '.repeat(10_000))).toContain('BEGIN');
});
