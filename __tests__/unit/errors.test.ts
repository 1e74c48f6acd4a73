import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConnectorTestError, ERROR_CODES, isConnectorTestError } from '../../src/errors';

const root = resolve(__dirname, '../..');
const PAGE = 'docs/reference/errors.md';

function see(anchor: string): string {
  return `  See: node_modules/jest-connector/${PAGE}#${anchor}`;
}

test('an error says what failed, why, and what to do', () => {
  const error = new ConnectorTestError('SERVER_UNREACHABLE', {
    what: 'Could not reach the app server.',
    why: 'refused\nfor 5000 ms',
    fix: 'start it.',
  });

  expect(String(error.stack)).toMatch(/^ConnectorTestError \[SERVER_UNREACHABLE\]: Could not reach the app server\.\n/);
  expect(error.message).toBe(
    `Could not reach the app server.\n\n  Why: refused\n       for 5000 ms\n  Fix: start it.\n${see('server_unreachable')}`,
  );
  expect(error).toBeInstanceOf(Error);
});

test('an error without reasons is its first sentence alone', () => {
  expect(new ConnectorTestError('NOT_IN_JEST', { what: 'No.' }).message).toBe('No.');
});

test('every error with reasons, but not the report of a failed scenario, ends with the heading of its code in the documentation', () => {
  const page = readFileSync(`${root}/${PAGE}`, 'utf8');
  const headings = [...page.matchAll(/^## ([A-Z_]+)$/gm)].map(([, heading = '']) => heading.toLowerCase());
  const codes = ERROR_CODES.filter((code) => code !== 'SCENARIO_FAILED');
  const messages = codes.map((code) => new ConnectorTestError(code, { what: 'No.', fix: 'do it.' }).message);
  const pointers = messages.map((message) => message.split('\n').at(-1));
  expect(pointers).toEqual(codes.map((code) => see(code.toLowerCase())));
  expect(headings).toEqual(expect.arrayContaining(codes.map((code) => code.toLowerCase())));
  expect(new ConnectorTestError('SCENARIO_FAILED', { what: 'No.', fix: 'do it.' }).message).toBe(
    'No.\n\n  Fix: do it.',
  );
});

test('a message that contains another one has one pointer', () => {
  const inner = new ConnectorTestError('REQUEST_TIMEOUT', { what: 'Late.', fix: 'wait.' }).message;
  const outer = new ConnectorTestError('NEEDED_SCENARIO_FAILED', { what: `It failed:\n\n${inner}` });
  const why = new ConnectorTestError('SETUP_FAILED', { what: 'It failed.', why: inner });
  expect(outer.message).toBe(`It failed:\n\nLate.\n\n  Fix: wait.\n${see('request_timeout')}`);
  expect(why.message.match(/See: /g)).toHaveLength(1);
  expect(why.message).toMatch(/#setup_failed$/);
});

test('a scenario’s report keeps the pointer of the error in it', () => {
  const inner = new ConnectorTestError('REQUEST_TIMEOUT', { what: 'Late.', fix: 'wait.' }).message;
  expect(inner).toContain(see('request_timeout'));
  expect(new ConnectorTestError('SCENARIO_FAILED', { what: inner }).message).toBe(inner);
});

test('an error holds no secret, whatever it is made with', () => {
  process.env['MY_TEST_PASSWORD'] = 'hunter2-hunter2';
  const { message, what, stack } = new ConnectorTestError('NOT_IN_JEST', {
    what: 'It said hunter2-hunter2.',
    why: 'hunter2-hunter2',
    fix: 'not hunter2-hunter2',
  });
  delete process.env['MY_TEST_PASSWORD'];
  expect(what).toBe('It said [redacted].');
  expect([message, what, stack].join()).not.toContain('hunter2');
});

test('our errors are told from others, by code', () => {
  expect(isConnectorTestError(new ConnectorTestError('NOT_IN_JEST', { what: 'No.' }))).toBe(true);
  expect(isConnectorTestError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBe(false);
  expect(isConnectorTestError(null)).toBe(false);
});

test('the codes are sorted and unique', () => {
  expect([...ERROR_CODES]).toEqual([...new Set(ERROR_CODES)].sort());
});
