// The cost of good failure messages: for passing scenarios, call sites and redaction; for a failure, printing a 10 MB response.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { each, measure, median, seconds, table } from './measure.mjs';
import { installPackage, projects } from './projects.mjs';

const COUNT = 1000;
const OURS = 'jest-connector';

/** The package without one of its parts, in a separate root. */
function packageWithout(root, name, patches) {
  const own = `${root}-without-${name}`;
  installPackage(own);
  for (const [file, from, to] of patches) {
    const path = join(own, 'node_modules/jest-connector/dist', file);
    const text = readFileSync(path, 'utf8');
    if (!from.test(text)) throw new Error(`${file} has no ${from} any more: correct bench/failures.mjs.`);
    writeFileSync(path, text.replace(from, to));
  }
  return { ...projects(COUNT)[OURS], root: own };
}

const big = (name, assertThat) => ({
  config: { preset: OURS, globals: { connector: { apis: { big: { method: 'GET', path: '/big' } } } } },
  file: 'bench.test.ts',
  text: `import { describeConnector, equals, exists, isTrue } from 'jest-connector';
const EXPECTED = { id: 3, qualifiedName: 'x', typeName: 'Table', attributes: {} };
describeConnector('big', [{ name: '${name}', api: 'big', assertThat: ${assertThat} }]);
`,
  isRed: name !== 'green',
});

export function measureFailures(root, url) {
  const parts = {
    [OURS]: projects(COUNT)[OURS],
    'without call sites': packageWithout(root, 'call-sites', [
      ['chunk-core.js', /Error\.captureStackTrace\(\s*holder,\s*callee\s*\)/g, '0'],
    ]),
    'without learning secrets': packageWithout(root, 'redaction', [
      ['chunk-core.js', /redactor\(\)\.learn\(value\)/, '0'],
    ]),
  };
  const runs = measure({ root, url, label: 'parts', projects: parts });
  table(`${COUNT} passed scenarios: what is remembered for a failure`, Object.keys(parts), [
    { unit: 's in all', values: seconds(runs) },
    { unit: 'MiB', digits: 0, values: each(runs, ({ memory }) => memory) },
  ]);

  const bigs = {
    green: big('green', '{ success: isTrue() }'),
    'a wrong value': big('red', "{ 'items.3.typeName': equals('View') }"),
    'a path that is not there': big('red', "{ 'items.3.typename': exists() }"),
    'one of 50,000 items': big('red', "{ 'items.*.id': (id: number) => id < 40_000 }"),
    'a structure': big('red', "{ 'items.3': equals(EXPECTED) }"),
    'the whole response': big('red', "{ '': equals({ success: true, items: [] }) }"),
  };
  const bigRuns = measure({ root, url, label: 'big', projects: bigs });
  console.log('\nA failure with a response of 10 MB: beyond the same request that passes');
  Object.keys(bigs).forEach((name, index) => {
    const more = bigRuns[index].map((run, round) => (run.seconds - bigRuns[0][round].seconds) * 1000);
    const text = index === 0 ? `${median(seconds(bigRuns)[0]).toFixed(2)} s` : `+ ${median(more).toFixed(0)} ms`;
    console.log(`  ${name.padEnd(32)} ${text}`);
  });
}
