import type { Terminal } from './terminal';

const FIRST_AFTER_MS = 2_000;
const THEN_EVERY_MS = 5_000;

/** Makes a function for the steps of long work, which prints what is being done: after two seconds, then every five. */
export function progressNotices(terminal: Terminal, now = Date.now): (text: () => string) => void {
  let next = now() + FIRST_AFTER_MS;
  return (text) => {
    const time = now();
    if (time < next) return;
    next = time + THEN_EVERY_MS;
    terminal.notice(`jest-connector: ${text()}`);
  };
}
