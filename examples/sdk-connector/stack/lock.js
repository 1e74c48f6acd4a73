const { mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');

const POLL_EVERY_MS = 500;
const LONGEST_WAIT_MS = 45 * 60_000;

/** Runs `work` under a lock shared by all processes; the lock of a dead process is ignored. */
async function withLock(folder, work) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (let reported = false; !take(file); reported = true) {
    if (!reported) console.log(`Waiting: process ${owner(file)} prepares the stack just now.`);
    if (Date.now() > deadline) throw new Error(`${file} was held for too long: remove it if nothing is being built.`);
    await pause(POLL_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isAlive(owner(file))) return false;
  // Two processes that find a dead owner at once may both continue. That is safe: both build, and each renames a whole program.
  rmSync(file, { force: true });
  return take(file);
}

function owner(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return 0;
    throw error;
  }
}

/** A lock without a process id is just being written. */
function isAlive(pid) {
  if (!(pid > 0)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { withLock };
