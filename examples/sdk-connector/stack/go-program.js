const { copyFileSync, mkdirSync, renameSync, rmSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { cache } = require('./paths');
const { run, seconds, versionOf } = require('./run');

/** Modules and compiled packages, several gigabytes. Kept if a build fails, so that the next one can continue; else removed. */
const BUILDING = join(cache, 'building');

/** Whether the program exists in the required version. */
async function isThere({ file, version }) {
  return ((await versionOf(file, '--version')) ?? '').split(/\s+/).includes(version);
}

/** Builds the missing programs. */
async function buildPrograms(programs) {
  const missing = [];
  for (const program of programs) if (!(await isThere(program))) missing.push(program);
  if (missing.length === 0) return;
  if ((await versionOf('go', 'version')) === undefined) {
    throw new Error('Go is not installed, or not in the PATH: https://go.dev/doc/install (1.25 or later).');
  }
  for (const program of missing) await build(program);
  rmSync(BUILDING, { recursive: true, force: true });
}

async function build(program) {
  const { name, version, file, tags = '' } = program;
  const started = performance.now();
  console.log(`Building ${name} ${version}, once: this takes some minutes.`);
  const folder = join(BUILDING, name);
  mkdirSync(folder, { recursive: true });
  // A copy, because Go adds all indirect dependencies to the file.
  copyFileSync(join(__dirname, name, 'go.mod'), join(folder, 'go.mod'));
  const built = join(folder, 'program');
  const flags = `-s -w -X ${program.versionVariable}=${version}`;
  const command = ['go', 'build', '-trimpath', '-tags', tags, '-ldflags', flags, '-o', built, program.package];
  await run(command, { what: `building ${name}`, cwd: folder, env: goEnvironment() });
  mkdirSync(dirname(file), { recursive: true });
  renameSync(built, file);
  if (!(await isThere(program))) throw new Error(`${file} was built, but does not say that it is ${version}.`);
  console.log(`Built ${name} ${version} in ${seconds(started)} s.`);
}

/** Puts everything into one folder that can be removed, and avoids the need for a C compiler. */
function goEnvironment() {
  return {
    GOPATH: join(BUILDING, 'go'),
    GOMODCACHE: join(BUILDING, 'go', 'pkg', 'mod'),
    GOCACHE: join(BUILDING, 'go-cache'),
    GOFLAGS: '-mod=mod -modcacherw -buildvcs=false',
    GOWORK: 'off',
    CGO_ENABLED: '0',
  };
}

module.exports = { buildPrograms };
