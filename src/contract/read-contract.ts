import type { ApiResponse } from '../api-response';
import type { JsonSchema } from '../assertions/schema/json-schema';
import type { Client } from '../client/client';
import { ConnectorTestError } from '../errors';
import { redactValue } from '../redaction/process-redactor';
import { isRecord } from '../validation/shape';
import { type Contract, CONTRACT_FORMAT } from './contract';
import { openApiBodies } from './open-api-bodies';
import { plainSchema } from './plain-schema';

/** The part of a client that reads documents. */
type Source = Pick<Client, 'inputContract' | 'openApi' | 'manifest'>;

/** Statuses of an app that has no such document. */
export const HAS_NONE = [404, 405];

/**
 * Reads what a running app says about the requests that it accepts: its input contract, its OpenAPI document and its
 * manifest. Each of them may be missing.
 *
 * @param entrypoints The entry points whose input contracts are read, in addition to the default one.
 * @throws ConnectorTestError CONTRACT_INVALID if the app returns something else; the errors of a client.
 */
export async function readContract(client: Source, entrypoints: readonly string[] = []): Promise<Contract> {
  const inputs = ['', ...entrypoints].map(async (entrypoint) => {
    const response = await client.inputContract(entrypoint === '' ? {} : { entrypoint });
    return [entrypoint, documentOf('the input contract', response)] as const;
  });
  const [found, openApi, manifest] = await Promise.all([Promise.all(inputs), client.openApi(), client.manifest()]);
  const workflow = found.filter(([entrypoint, schema]) => entrypoint !== '' || schema !== undefined);
  const missing = workflow.find(([, schema]) => schema === undefined);
  if (missing !== undefined) throw unknownEntrypoint(missing[0]);
  const manifestFound = documentOf('the manifest', manifest);
  return {
    format: CONTRACT_FORMAT,
    workflow: Object.fromEntries(workflow.map(([name, schema]) => [name, plainSchema(schema) as JsonSchema])),
    bodies: plainBodies(openApiBodies(documentOf('the OpenAPI document', openApi))),
    ...(manifestFound === undefined ? {} : { manifest: redactValue(manifestFound) }),
  };
}

/** Whether the app says anything. */
export function saysNothing({ workflow, bodies, manifest }: Contract): boolean {
  return Object.keys(workflow).length + Object.keys(bodies).length === 0 && manifest === undefined;
}

function plainBodies(bodies: Contract['bodies']): Contract['bodies'] {
  return Object.fromEntries(Object.entries(bodies).map(([api, schema]) => [api, plainSchema(schema) as JsonSchema]));
}

function documentOf(what: string, { status, body }: ApiResponse): Readonly<Record<string, unknown>> | undefined {
  if (HAS_NONE.includes(status)) return undefined;
  if (status >= 200 && status < 300 && isRecord(body)) return body;
  // Apps with a user interface return its page for every unknown path.
  if (status >= 200 && status < 300 && typeof body === 'string' && /^\s*<!doctype html/i.test(body)) return undefined;
  throw new ConnectorTestError('CONTRACT_INVALID', {
    what: `The app did not return ${what}.`,
    why: `the response has status ${status} and ${isRecord(body) ? 'an object' : `a body that isn't a JSON object`}.`,
    fix: "check the app's log; an app without this document returns 404.",
  });
}

function unknownEntrypoint(name: string): ConnectorTestError {
  return new ConnectorTestError('CONTRACT_INVALID', {
    what: `The app has no input contract for the entry point ${JSON.stringify(name)}.`,
    why: 'GET /workflows/v1/input-contract returned 404 for it.',
    fix: 'correct the name of the entry point.',
  });
}
