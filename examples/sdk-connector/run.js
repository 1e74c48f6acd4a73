// Prepares the stack, runs the suite in both forms, and checks that no files or processes are left.
const { spawn } = require('node:child_process');
const { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { prepare } = require('./stack/prepare');
const { writeSuite } = require('./written-suite');

const FORMS = { 'the handler alone': 'handler-only.config.js', 'Temporal and Dapr beside the app': 'jest.config.js' };

async function main() {
  // Ctrl-C also reaches Jest, which stops everything that it started; this process continues after that.
  process.on('SIGINT', () => undefined);
  await prepare();
  for (const [form, config] of Object.entries(FORMS)) {
    console.log(`\n${form}: jest -c ${config}`);
    await runForm(config);
  }
  console.log('\nthe suite that `npx jest-connector init` writes for the app alone');
  await runForm('with-database.config.js', (temporary) => join(temporary, 'written'));
  console.log('\nAll of them are green, and left nothing behind.');
}

/**
 * Puts temporary files into a folder of this run, which also identifies the run's processes. With `writtenTo`, a suite is
 * written there first.
 */
async function runForm(config, writtenTo) {
  const temporary = mkdtempSync(join(tmpdir(), 'sdk-connector-'));
  // PostgreSQL refuses to run as root, and the user that it runs as instead needs access.
  chmodSync(temporary, 0o777);
  const before = filesHere();
  try {
    const folder = writtenTo?.(temporary) ?? __dirname;
    const env = writtenTo === undefined ? {} : writeSuite(folder);
    const code = await jest(folder, config, { ...process.env, ...env, TMPDIR: temporary });
    if (writtenTo !== undefined) rmSync(folder, { recursive: true });
    if (code !== 0) throw new Error(`jest -c ${config} exited with code ${code}.`);
    const left = [
      ...leftIn(temporary),
      ...processesOf(temporary),
      ...filesHere().filter((file) => !before.includes(file)),
    ];
    if (left.length > 0) throw new Error(`jest -c ${config} left behind: ${left.join(', ')}`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function jest(cwd, config, env) {
  return new Promise((resolve, reject) => {
    const words = [require.resolve('jest/bin/jest'), '--config', config];
    const child = spawn(process.execPath, words, { cwd, env, stdio: 'inherit' });
    const stop = () => child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGTERM', stop);
      resolve(code ?? signal);
    });
  });
}

/** Ignores Jest's cache and the logs of the last runs, which are kept. */
function leftIn(folder) {
  return readdirSync(folder).filter((name) => !/^jest_|^jest-connector-\d+$/.test(name));
}

function filesHere() {
  return readdirSync(__dirname, { recursive: true }).filter((path) => !path.startsWith('node_modules'));
}

/** Only on Linux, where the environment of other processes can be read; that of a zombie process is empty. */
function processesOf(temporary) {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids
    .filter((pid) => textOf(`/proc/${pid}/environ`).includes(temporary))
    .map((pid) => textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' '));
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended in the meantime, or belongs to another user.
    return '';
  }
}

main().catch((error) => {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
});
