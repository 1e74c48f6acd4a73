import type { Certainty } from './names/distinctive';
import { learnSecrets } from './names/learn-secrets';
import type { SecretNames } from './names/secret-names';
import { createKnownSecrets } from './text/known-secrets';

/** The secrets of some requests, to be searched for in what comes back. */
export interface SentSecrets {
  /** Adds the secrets in `sent`: values under secret names, and those of `known` that occur in `text`. */
  add(sent: unknown, text: string): void;
  readonly isEmpty: boolean;
  /** Whether `text` contains one of them, however it is encoded. */
  occursIn(text: string): boolean;
}

/** @param known Secrets that are secret wherever they occur. */
export function createSentSecrets(names: SecretNames, known: readonly string[]): SentSecrets {
  const secrets = createKnownSecrets();
  let isEmpty = true;
  const addSecret = (secret: string): void => {
    secrets.add(secret, 'named');
    isEmpty = false;
  };
  return {
    add(sent, text) {
      const found = new Map<string, Certainty>();
      learnSecrets(sent, { place: 'anywhere' }, names, (secret, certainty) => {
        // A user name that equals its password is not a secret: an app may return it.
        if (found.get(secret) !== 'beside') found.set(secret, certainty);
      });
      for (const [secret, certainty] of found) if (certainty !== 'beside') addSecret(secret);
      for (const secret of known) if (!found.has(secret) && text.includes(secret)) addSecret(secret);
    },
    get isEmpty() {
      return isEmpty;
    },
    occursIn: (text) => secrets.hide(text) !== text,
  };
}
