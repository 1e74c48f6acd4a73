// Prepares the programs that the suite needs: `temporal`, `daprd` and the Python packages. Skips those that exist.
const { buildPrograms } = require('./go-program');
const { withLock } = require('./lock');
const { cache, goPrograms } = require('./paths');
const { makePythonEnvironment } = require('./python-environment');

/** If Python or Go is missing, rejects with an error that says what to install. */
async function prepare() {
  await withLock(cache, async () => {
    await makePythonEnvironment();
    await buildPrograms(goPrograms);
  });
  console.log(`The stack is ready in ${cache}`);
}

module.exports = { prepare };
