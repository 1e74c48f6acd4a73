// Makes ready what the suite runs on: `temporal`, `daprd`, and the Python packages. Skips what is there.
const { buildPrograms } = require('./go-program');
const { withLock } = require('./lock');
const { cache, goPrograms } = require('./paths');
const { makePythonEnvironment } = require('./python-environment');

/** Rejects with what to install when Python or Go is missing. */
async function prepare() {
  await withLock(cache, async () => {
    await makePythonEnvironment();
    await buildPrograms(goPrograms);
  });
  console.log(`The stack is ready in ${cache}`);
}

module.exports = { prepare };
