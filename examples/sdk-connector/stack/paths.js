// The paths of the stack, which is cached in the user's cache folder, outside this clone.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jest-connector', 'sdk-stack');
const requirements = join(__dirname, '..', 'requirements.txt');
const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
const environment = join(cache, `python-${hash}`);

/** Programs that are built from their published Go modules, listed in `<name>/go.mod`. */
const goPrograms = [
  {
    name: 'temporal',
    version: '1.5.1',
    package: 'github.com/temporalio/cli/cmd/temporal',
    versionVariable: 'github.com/temporalio/cli/temporalcli.Version',
  },
  {
    name: 'daprd',
    version: '1.14.0',
    package: 'github.com/dapr/dapr/cmd/daprd',
    versionVariable: 'github.com/dapr/dapr/pkg/buildinfo.version',
    // Without this tag, no components are compiled in, and the program panics at start-up.
    tags: 'stablecomponents',
  },
].map((program) => ({ ...program, file: join(cache, `${program.name}-${program.version}`, program.name) }));

module.exports = {
  cache,
  requirements,
  goPrograms,
  /** The virtual environment, and its interpreter. */
  environment,
  python: join(environment, 'bin', 'python'),
  temporal: goPrograms[0].file,
  daprd: goPrograms[1].file,
};
