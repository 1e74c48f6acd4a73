import { spawn } from 'node:child_process';

/** A program and its first arguments. */
type Opener = readonly [program: string, ...args: string[]];

/** What opens an address in the default browser, by platform. None of them is a shell. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, Opener>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Some desktops' `xdg-open` runs for as long as the browser does. */
const LONGEST_WAIT_MS = 2_000;

/** Opens an address in the default browser. Returns why that failed. */
export function openInBrowser(
  address: string,
  [program, ...args]: Opener = OPENERS[process.platform] ?? ['xdg-open'],
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore', windowsHide: true });
    const finish = (problem?: string): void => {
      clearTimeout(timer);
      child.unref();
      resolve(problem);
    };
    const timer = setTimeout(finish, LONGEST_WAIT_MS, undefined);
    child.once('error', ({ message }) => finish(message));
    child.once('exit', (code) => finish(code === 0 ? undefined : `${program} exited with code ${String(code)}`));
  });
}
