import { waitForHealth } from '../../client/health';

/** The server to check, and how long to wait for it. */
export interface ServerCheck {
  readonly serverHost: string;
  readonly healthPath: string;
  readonly healthTimeout: number;
}

const checked = new Map<string, Promise<void>>();

/** Resolves once the server responds at its health path; each server is checked once per test file. */
export function serverIsUp({ serverHost, healthPath, healthTimeout }: ServerCheck): Promise<void> {
  const key = `${serverHost} ${healthPath}`;
  const known = checked.get(key);
  if (known) return known;
  const check = waitForHealth({ url: serverHost, healthPath, timeout: healthTimeout });
  checked.set(key, check);
  return check;
}
