import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest } from '@jest/globals';
import { PARQUET_SAMPLES } from '../support/parquet-samples';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { type JestRun, runJest, statuses } from './run-jest';

jest.setTimeout(60_000);

// Jest runs a few fast files in band whatever -w says; a limit for workers makes it start them.
const IN_WORKERS = ['-w', '2', '--workerIdleMemoryLimit=8GB'];

const outcome = (run: JestRun): string | undefined => statuses(run)['matches its baseline'];

describeEachJest('what a workflow wrote', (major, { test, testInMatrix }) => {
  test('is compared with a baseline that only `jest -u` writes, in workers and in CI too', async () => {
    const project = (await installPackage({ jest: major })).project('expected-data');
    const baseline = join(project, 'expected/tables.json');
    const output = join(project, 'output/tables.jsonl');

    const missing = await runJest(project, ['--ci', '-i']);
    expect(statuses(missing)).toMatchObject({ 'matches its baseline': 'failed', 'keeps its rules': 'passed' });
    expect(missing.output).toMatch(/BASELINE_MISSING[^]*expected\/tables\.json[^]*run `jest -u`/);
    expect(existsSync(baseline)).toBe(false);

    const first = await runJest(project, ['-u', '--ci', ...IN_WORKERS]);
    expect(outcome(first)).toBe('passed');
    const notice = /^jest-connector: 1 record written to the baseline .*expected\/tables\.json\.$/gm;
    expect(first.stderr.match(notice)).toHaveLength(1);
    const written = readFileSync(baseline, 'utf8');
    expect(JSON.parse(written)).toEqual({ Table: [{ attributes: { columnCount: 6, name: 'orders' } }] });

    writeFileSync(output, readFileSync(output, 'utf8').replace('6', '7').replace('r1', 'r2'));
    const changed = await runJest(project, ['-i']);
    expect(outcome(changed)).toBe('failed');
    expect(changed.output).toMatch(/changed orders[^]*attributes\.columnCount\s+expected: 6\s+received: 7/);
    expect(readFileSync(baseline, 'utf8')).toBe(written);
    expect(outcome(await runJest(project, ['-u', '-i']))).toBe('passed');
    expect(JSON.parse(readFileSync(baseline, 'utf8'))).toEqual({
      Table: [{ attributes: { columnCount: 7, name: 'orders' } }],
    });
    const unchanged = await runJest(project, ['-u', '-i']);
    expect([outcome(unchanged), unchanged.stderr.match(notice)]).toEqual(['passed', null]);
  });

  testInMatrix('is missing without CI too', async () => {
    const project = (await installPackage({ jest: major })).project('expected-data');
    expect(outcome(await runJest(project, ['-i']))).toBe('failed');
    expect(existsSync(join(project, 'expected/tables.json'))).toBe(false);
  });

  testInMatrix('may be Parquet, without a flag of Node’s', async () => {
    const project = (await installPackage({ jest: major })).project('expected-data');
    rmSync(join(project, 'output/tables.jsonl'));
    writeFileSync(join(project, 'output/tables.parquet'), Buffer.from(PARQUET_SAMPLES.gzip, 'base64'));
    const run = await runJest(project, ['-i', '-u']);
    expect(outcome(run)).toBe('passed');
    const { Table } = JSON.parse(readFileSync(join(project, 'expected/tables.json'), 'utf8')) as { Table: object[] };
    expect(Table).toMatchObject([{ name: 'items' }, { name: 'orders', size: 5 }]);
  });
});
