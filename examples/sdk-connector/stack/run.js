const { spawn } = require('node:child_process');
const { clearInterval, setInterval } = require('node:timers');

const STILL_EVERY_MS = 30_000;
const LAST_LINES = 40;

/** Runs a command quietly. Prints every 30 seconds that it is still running, and its last lines if it fails. */
function run(command, { what, cwd, env = {} }) {
  const [file, ...words] = command;
  const started = performance.now();
  const still = setInterval(() => console.log(`  still ${what} (${seconds(started)} s)`), STILL_EVERY_MS);
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(output);
      const tail = output.trimEnd().split('\n').slice(-LAST_LINES).join('\n  | ');
      reject(new Error(`${what} failed: ${command.join(' ')} exited with code ${code}\n  | ${tail}`));
    });
  }).finally(() => clearInterval(still));
}

/** The output of `<file> --version`; `undefined` if the file can't be run. */
async function versionOf(file, ...words) {
  try {
    return (await run([file, ...words], { what: `asking ${file} for its version` })).trim();
  } catch {
    return undefined;
  }
}

function seconds(started) {
  return Math.round((performance.now() - started) / 1000);
}

module.exports = { run, versionOf, seconds };
