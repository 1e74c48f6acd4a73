const { existsSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { environment, python, requirements } = require('./paths');
const { run, seconds, versionOf } = require('./run');

/** Written last to mark a complete environment, because a virtual environment can't be moved into place once it is built. */
const WHOLE = join(environment, 'whole');

/** Installs requirements.txt into a separate virtual environment, named after the file's hash. */
async function makePythonEnvironment() {
  if (existsSync(WHOLE) && (await versionOf(python, '--version')) !== undefined) return;
  const version = await versionOf('python3', '--version');
  if (version === undefined) {
    throw new Error(
      'Python is not installed, or python3 is not in the PATH: https://www.python.org/downloads (3.11 or later).',
    );
  }
  const started = performance.now();
  console.log(`Installing the Python packages with ${version}, once: this takes a minute.`);
  rmSync(environment, { recursive: true, force: true });
  await run(['python3', '-m', 'venv', environment], { what: 'making a virtual environment' });
  const pip = [python, '-m', 'pip', 'install', '--no-cache-dir', '--disable-pip-version-check', '--quiet'];
  await run([...pip, '--requirement', requirements], { what: 'installing the Python packages' });
  writeFileSync(WHOLE, '');
  console.log(`Installed the Python packages in ${seconds(started)} s.`);
}

module.exports = { makePythonEnvironment };
