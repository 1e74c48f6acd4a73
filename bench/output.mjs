// The cost of comparing the output of a workflow: peak memory above that of the idle process, and time compared with reading
// the same files line by line with JSON.parse. Each measurement runs in a separate process.
import { execFileSync } from 'node:child_process';
import { appendFileSync, createReadStream, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
const COUNT = 200_000;
const TABLES = 2_000;
const MIB = 2 ** 20;

function column(index, run) {
  const table = `table_${index % TABLES}`;
  const connection = `default/postgres/${run}`;
  return {
    typeName: 'Column',
    status: 'ACTIVE',
    attributes: {
      name: `column_${index}`,
      qualifiedName: `${connection}/sales/public/${table}/column_${index}`,
      connectionQualifiedName: connection,
      connectorName: 'postgres',
      databaseName: 'sales',
      schemaName: 'public',
      tableName: table,
      tableQualifiedName: `${connection}/sales/public/${table}`,
      dataType: index % 3 === 0 ? 'integer' : 'character varying',
      order: index % 100,
      isNullable: index % 2 === 0,
      maxLength: 255,
      description: `The column ${index} of ${table}, as its owner describes it.`,
      lastSyncRun: `run-${run}`,
      lastSyncRunAt: run,
      table: { typeName: 'Table', uniqueAttributes: { qualifiedName: `${connection}/sales/public/${table}` } },
    },
    customAttributes: { ordinal_position: index % 100, is_self_referencing: 'NO', column_default: null },
  };
}

/** Writes the output to four files, in a different order than the baseline, and the baseline in both forms. */
function writeFiles(root) {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'output'), { recursive: true });
  const PIECE = 10_000;
  const document = join(root, 'baseline.json');
  writeFileSync(document, '{\n  "Column": [\n');
  for (let start = 0; start < COUNT; start += PIECE) {
    const indexes = Array.from({ length: PIECE }, (_, index) => start + index);
    const lines = (run) => indexes.map((index) => JSON.stringify(column(index, run)));
    appendFileSync(join(root, 'baseline.jsonl'), `${lines(1).join('\n')}\n`);
    appendFileSync(join(root, `output/${(start / PIECE) % 4}.json`), `${lines(2).reverse().join('\n')}\n`);
    const pretty = indexes.map((index) => JSON.stringify({ ...column(index, 1), typeName: undefined }, null, 2));
    appendFileSync(document, `${start === 0 ? '' : ',\n'}${pretty.join(',\n')}`);
  }
  appendFileSync(document, '\n  ]\n}\n');
}

async function readPlainly(root) {
  for (const file of ['baseline.jsonl', ...[0, 1, 2, 3].map((index) => `output/${index}.json`)]) {
    const lines = createInterface({ input: createReadStream(join(root, file)), crlfDelay: Infinity });
    for await (const line of lines) JSON.parse(line);
  }
}

async function compare(root, file) {
  const { compareWithExpectedData } = createRequire(here)('../dist/index.js');
  return async () => {
    const comparison = await compareWithExpectedData(join(root, 'output'), join(root, file));
    const [{ received }] = comparison.types;
    if (!comparison.matches || received !== COUNT) throw new Error(comparison.report);
  };
}

/** Runs in a separate process: measures the time, and the peak memory above the initial value. */
async function measureHere([root, file]) {
  const work = file === undefined ? () => readPlainly(root) : await compare(root, file);
  globalThis.gc?.();
  const idle = process.memoryUsage().rss;
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  console.log(JSON.stringify({ seconds, cpu, memory: (process.resourceUsage().maxRSS * 1024 - idle) / MIB }));
}

const median = (numbers) => [...numbers].sort((left, right) => left - right)[numbers.length >> 1];

/** Prints the results; everything is measured `rounds` times, in turn. */
export function measureOutput(root, rounds) {
  const folder = join(root, 'output-records');
  writeFiles(folder);
  const size = (file) => `${Math.round(statSync(join(folder, file)).size / MIB)} MiB`;
  const forms = {
    'read line by line, JSON.parse': [],
    'baseline of JSON lines': ['baseline.jsonl'],
    'baseline of JSON': ['baseline.json'],
  };
  const runs = Object.values(forms).map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    Object.values(forms).forEach((args, index) => {
      runs[index].push(JSON.parse(execFileSync(process.execPath, [here, folder, ...args], { encoding: 'utf8' })));
    });
  }
  console.log(
    `\nComparing ${COUNT} records with their baseline (${size('baseline.jsonl')} as lines, ${size('baseline.json')} as JSON)`,
  );
  const each = (index, name) => median(runs[index].map((run) => run[name]));
  const ratio = (index, name) => median(runs[index].map((run, round) => run[name] / runs[0][round][name])).toFixed(2);
  Object.keys(forms).forEach((name, index) => {
    const cells = [
      `${each(index, 'seconds').toFixed(2)} s (× ${ratio(index, 'seconds')})`,
      `${each(index, 'cpu').toFixed(2)} s CPU (× ${ratio(index, 'cpu')})`,
      `${each(index, 'memory').toFixed(0)} MiB above idle`,
    ];
    console.log(`  ${name.padEnd(32)} ${cells.map((cell) => cell.padEnd(24)).join(' ')}`.trimEnd());
  });
  rmSync(folder, { recursive: true, force: true });
}

if (process.argv[1] === here) {
  const args = process.argv.slice(2);
  if (args.length === 0) measureOutput(join(dirname(here), '../.cache/bench'), 5);
  else await measureHere(args);
}
