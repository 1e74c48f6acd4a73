import { randomUUID } from 'node:crypto';
import type { ConfigStore } from './config-store';
import { type Credentials, fromPairs, toPairs } from './credentials';
import type { JsonObject } from './json-body';

const SECRET = ['username', 'password', 'extra', 'url', 'driverProperties', 'sodaConnection'];

/** Keeps credentials in memory, so that a workflow receives only their id. */
export class Vault {
  private readonly entries = new Map<string, Credentials>();

  constructor(private readonly configs: ConfigStore) {}

  /** Stores credentials. Fields that aren't secret can be read as a configuration of the type `credentials`. */
  put(credentials: JsonObject): string {
    const guid = randomUUID().replaceAll('-', '');
    this.entries.set(guid, fromPairs(toPairs(credentials)));
    const open = Object.entries(credentials).filter(([key]) => !SECRET.includes(key));
    this.configs.set('credentials', guid, Object.fromEntries(open));
    return guid;
  }

  get(guid: string): Credentials | undefined {
    return this.entries.get(guid);
  }
}
