import { equals, exists, isTrue } from '../../../../src/assertions';
import { learnSecretsOf } from '../../../../src/redaction/process-redactor';
import { pruneResult } from '../../../../src/report/cut/prune-result';
import { failureText } from '../../../../src/report/failure-text';
import { redactResult } from '../../../../src/runner/redact-result';
import { failedResult } from '../../../support/failed-result';

const rows = Array.from({ length: 50_000 }, (_, id) => ({
  id,
  name: `table_${id}`,
  ok: id !== 3210,
  tags: ['a', 'b'],
}));

test('a large result is cut to a small one, and its text is the same', () => {
  const result = failedResult({
    body: { success: true, data: rows },
    sent: { rows },
    assertThat: { 'data.*.ok': isTrue(), 'data.-1.nme': exists(), success: equals(true), data: equals([]) },
    result: { serverLog: ['x'.repeat(1_000_000)], given: { start: rows } },
  });
  const pruned = pruneResult(result);
  expect(JSON.stringify(result).length).toBeGreaterThan(9_000_000);
  expect(JSON.stringify(pruned).length).toBeLessThan(30_000);
  expect(failureText(pruned)).toBe(failureText(result));
  expect(failureText(redactResult(pruned))).toBe(failureText(result));
});

test('a small result is left as it is', () => {
  const result = failedResult({
    body: { success: false, data: { a: [1, 2, { b: null }] } },
    sent: { query: 'select 1' },
    assertThat: { success: equals(true), 'data.a': equals([1, 2]), 'data.a.0': equals(1) },
  });
  expect(pruneResult(result)).toEqual(result);
});

test('a list of cookies stays a list', () => {
  const cookies = ['a=1', `b=${'x'.repeat(10_000)}`];
  const result = failedResult({
    body: {},
    headers: { 'set-cookie': cookies } as never,
    assertThat: { success: equals(true) },
  });
  const [first, second] = pruneResult(result).response?.headers['set-cookie'] ?? [];
  expect(first).toBe('a=1');
  expect(second?.length).toBeLessThan(2_000);
  expect(redactResult(result).response?.headers['set-cookie']).toBe('[redacted]');
});

test('no half of a secret is left at a cut, in whatever it stands', () => {
  const password = 'Kq7-vXb2mPz9_wTn4';
  learnSecretsOf({ credentials: { password } });
  // Wherever a cut may come, a secret stands across it.
  const noise = `${'-'.repeat(9)}${password}`.repeat(4_000);
  const words = { text: noise, [noise]: 1, many: Array.from({ length: 3_000 }, () => noise.slice(0, 290)) };
  for (const body of [words, noise]) {
    const result = failedResult({
      body,
      sent: body,
      path: `/a?${noise}`,
      headers: { 'content-type': 'text/plain', 'x-noise': noise },
      assertThat: { text: equals('x'), '': equals({ text: noise.slice(0, 50_000) }), 'many.2999': equals(noise) },
      result: { serverLog: [noise] },
    });
    const text = failureText(redactResult(pruneResult(result)), {
      diff: (left, right) => JSON.stringify([left, right]),
    });
    expect(text).toContain('[redacted]');
    expect(text).not.toContain(password.slice(0, 6));
  }
});

test('what a matcher accepts is shown as it came, and not as a difference', () => {
  const row = { id: 1, name: 'orders', columns: ['id', 'customer', 'total'], owner: 'finance', rows: 12 };
  const expected = { ...row, id: expect.any(Number) as number, owner: 'sales' };
  const result = failedResult({ body: row, assertThat: { '': equals(expected) } });
  const compared: unknown[] = [];
  const text = failureText(redactResult(pruneResult(result)), { diff: (...both) => String(compared.push(...both)) });
  expect(text).toMatch(/received: {"id": 1, /);
  const [left, right] = compared as { id: string; owner: string }[];
  expect(left?.id).toBe(right?.id);
  expect([left?.owner, right?.owner]).toEqual(['sales', 'finance']);
});

test('50 MB take no longer than a person notices', () => {
  const result = failedResult({
    body: { text: 'a'.repeat(50_000_000), rows: [...rows, ...rows, ...rows] },
    assertThat: { 'rows.*.ok': isTrue() },
  });
  const before = process.cpuUsage();
  failureText(redactResult(pruneResult(result)));
  const { user, system } = process.cpuUsage(before);
  // Time of this process, not of the clock: others may be using the machine.
  expect((user + system) / 1_000).toBeLessThan(700);
});

test('what a workflow wrote stands whole, before what was sent', () => {
  const report = `1 record compared with a.json: 1 changed.\n\n${'  a line\n'.repeat(50)}the end`;
  const result = failedResult({ body: {}, assertThat: { success: equals(true) }, result: { output: [report] } });
  expect(failureText(pruneResult(result))).toMatch(
    /\n {2}Workflow output:\n {6}1 record compared with a\.json: 1 changed\.\n[^]*the end\n[^]*\n {2}POST /,
  );
});
