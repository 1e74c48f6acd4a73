import '../../../../matchers/jest-ambient';

import { existsSync, readFileSync } from 'node:fs';
import * as matchers from '../../../../matchers';
import { nonEmpty, uniqueQualifiedName } from '../../../../src/output/lazy-output';
import { warn } from '../../../../src/output/rules/record-rule';
import { learnSecretsOf } from '../../../../src/redaction/process-redactor';
import { beginProject, forgetRun, publishRunState, runHandle } from '../../../../src/service/run/run-state';
import { failureOf, thrownBy } from '../../../support/matcher-failure';
import { asset, outputFolder } from '../../../support/output-folder';

expect.extend(matchers);

const folder = outputFolder();
const RECORDS = [asset('Table', { name: 'orders', n: 1, qualifiedName: 'q' })];
const BASELINE = folder.file('baseline.json', { Table: [{ attributes: { name: 'orders', n: 1 } }] });
const OTHER = folder.file('other.json', { Table: [{ attributes: { name: 'orders', n: 2 } }] });
const MISSING = `${folder.path}/missing.json`;

afterEach(forgetRun);

test('a folder, a file and a list of records are compared, in both voices', () => {
  const output = folder.output(RECORDS);
  for (const received of [output, `${output}/records.json`, RECORDS]) {
    expect(received).toMatchExpectedData(BASELINE);
    expect(received).not.toMatchExpectedData(OTHER);
    expect(received).toMatchExpectedData(OTHER, { ignoredFields: { n: 'alive', qualifiedName: 'moves' } });
    expect(failureOf(() => expect(received).toMatchExpectedData(OTHER))).toMatch(
      /^expect\(received\)\.toMatchExpectedData\(file, options\)\n\n1 record compared with .*other\.json: 1 changed\.\n[^]*expected: 2\n\s+received: 1/,
    );
    expect(failureOf(() => expect(received).not.toMatchExpectedData(BASELINE))).toMatch(
      /^expect\(received\)\.not\.toMatchExpectedData\(file, options\)\n\n1 record compared with .*: no differences\./,
    );
  }
});

test('rules are asked, in both voices', () => {
  const shown = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(RECORDS).toSatisfyRecordRules([nonEmpty('Table'), uniqueQualifiedName()]);
  expect(shown).not.toHaveBeenCalled();
  expect(RECORDS).toSatisfyRecordRules([nonEmpty('Table'), uniqueQualifiedName(), warn(nonEmpty('View'))]);
  expect(shown).toHaveBeenCalledWith(
    expect.stringMatching(/^1 record: 2 rules passed, 1 warning\.\n\nwarning: .*View/),
  );
  shown.mockRestore();
  expect(RECORDS).not.toSatisfyRecordRules([nonEmpty('View'), uniqueQualifiedName()]);
  expect(failureOf(() => expect(RECORDS).toSatisfyRecordRules([nonEmpty('View')]))).toMatch(
    /^expect\(received\)\.toSatisfyRecordRules\(rules\)\n\n1 record: 1 of 1 rule failed\.\n\nerror: .*\n {2}there is none$/,
  );
  expect(failureOf(() => expect(RECORDS).not.toSatisfyRecordRules([nonEmpty()]))).toContain('1 record: 1 rule passed.');
});

test('what was not there, or cannot be read, fails in both voices', () => {
  const broken = folder.file('broken/x.json', '{"a":');
  const calls = [
    [
      'OUTPUT_MISSING',
      () => expect([]).toMatchExpectedData(BASELINE),
      () => expect([]).not.toMatchExpectedData(BASELINE),
    ],
    [
      'OUTPUT_MISSING',
      () => expect([]).toSatisfyRecordRules([nonEmpty('View')]),
      () => expect([]).not.toSatisfyRecordRules([nonEmpty('View')]),
    ],
    [
      'OUTPUT_UNREADABLE',
      () => expect(broken).toMatchExpectedData(BASELINE),
      () => expect(broken).not.toMatchExpectedData(BASELINE),
    ],
    [
      'OUTPUT_UNREADABLE',
      () => expect(broken).toSatisfyRecordRules([nonEmpty()]),
      () => expect(broken).not.toSatisfyRecordRules([nonEmpty()]),
    ],
    [
      'BASELINE_MISSING',
      () => expect(RECORDS).toMatchExpectedData(MISSING),
      () => expect(RECORDS).not.toMatchExpectedData(MISSING),
    ],
  ] as const;
  for (const [code, ...voices] of calls) expect(voices.map((voice) => thrownBy(voice).code)).toEqual([code, code]);
  expect(existsSync(MISSING)).toBe(false);
  const { stack = '' } = thrownBy(() => expect([]).toMatchExpectedData(BASELINE));
  expect(stack).toContain('records.test.ts');
  expect(stack).not.toMatch(/\.next \(<anonymous>\)|src\/output|to-match-expected-data/);
});

test('the baseline is written where Jest was started with -u, and never under .not', () => {
  expect(failureOf(() => expect(RECORDS).toMatchExpectedData(MISSING))).toMatch(
    /global setup has run, and it has\s+not/,
  );
  const project = beginProject('/', {});
  publishRunState(runHandle(), project);
  expect(failureOf(() => expect(RECORDS).toMatchExpectedData(MISSING))).toContain('run `jest -u` to write it');

  publishRunState({ ...runHandle(), updatesBaselines: true }, project);
  expect(thrownBy(() => expect(RECORDS).not.toMatchExpectedData(MISSING)).code).toBe('BASELINE_MISSING');
  expect(existsSync(MISSING)).toBe(false);
  expect(RECORDS).toMatchExpectedData(MISSING);
  expect(JSON.parse(readFileSync(MISSING, 'utf8'))).toEqual({ Table: [{ attributes: { name: 'orders', n: 1 } }] });
});

test('a message holds no secret', () => {
  learnSecretsOf({ credentials: { password: 'cAn4ry-value' } });
  const records = [asset('Table', { name: 'orders', n: 'cAn4ry-value' })];
  expect(failureOf(() => expect(records).toMatchExpectedData(BASELINE))).toContain('received: "[redacted]"');
});
