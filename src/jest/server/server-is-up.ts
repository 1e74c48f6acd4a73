import { waitForHealth } from '../../client/health';

/** What to ask, and for how long. */
export interface ServerCheck {
  readonly serverHost: string;
  readonly healthPath: string;
  readonly healthTimeout: number;
}

const checked = new Map<string, Promise<void>>();

/** Resolves once the server answers its health path; each server is asked once in a test file. */
export function serverIsUp({ serverHost, healthPath, healthTimeout }: ServerCheck): Promise<void> {
  const key = `${serverHost} ${healthPath}`;
  const known = checked.get(key);
  if (known) return known;
  const check = waitForHealth({ url: serverHost, healthPath, timeout: healthTimeout });
  checked.set(key, check);
  return check;
}
