import { explainDifference } from '../assertions/values/difference';
import type { Client } from '../client/client';
import { ConnectorTestError } from '../errors';
import { redactValue } from '../redaction/process-redactor';
import { type Contract, entrypointsOf } from './contract';
import { contractCommand } from './contract-file';
import { plainSchema } from './plain-schema';
import { readContract } from './read-contract';

/** What differs between the contract of an app and that of a file, one line per place; `undefined` if they are equal. */
export function contractDrift(ofApp: Contract, ofFile: Contract): string | undefined {
  // The file may have been written where other secrets were known.
  return explainDifference(withoutOwnSecrets(ofApp), withoutOwnSecrets(ofFile));
}

/** Whether an app's schema is that of a file. */
export function isSameSchema(ofApp: unknown, ofFile: unknown): boolean {
  return explainDifference(plainSchema(ofApp), plainSchema(ofFile)) === undefined;
}

/** @throws ConnectorTestError CONTRACT_DRIFTED if the app has another contract than the file `shown`. */
export async function requireSameContract(client: Client, ofFile: Contract, shown: string): Promise<void> {
  const drift = contractDrift(await readContract(client, entrypointsOf(ofFile)), ofFile);
  if (drift === undefined) return;
  const options = entrypointsOf(ofFile).map((name) => ` --entrypoint ${name}`);
  throw new ConnectorTestError('CONTRACT_DRIFTED', {
    what: `The contract of the app is not that of ${shown}.`,
    why: drift,
    fix: `if the change is intended, run \`${contractCommand(shown)}${options.join('')}\` and commit the file.`,
  });
}

function withoutOwnSecrets({ manifest, workflow, bodies, ...others }: Contract): unknown {
  const schemas = (byName: object) =>
    Object.fromEntries(Object.entries(byName).map(([name, schema]) => [name, plainSchema(schema)]));
  return { ...others, workflow: schemas(workflow), bodies: schemas(bodies), manifest: redactValue(manifest) };
}
