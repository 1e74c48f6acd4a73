import { replacesBody } from '../../apis/overrides';
import { hasAjv, type JsonSchema } from '../../assertions/schema/json-schema';
import type { Client } from '../../client/client';
import type { CallOptions } from '../../client/client-options';
import { compileArgs } from '../../contract/args-issues';
import { DEFAULTS } from '../../defaults';
import { ConnectorTestError, isConnectorTestError, isErrorLike } from '../../errors';
import { learnSecretsOf } from '../../redaction/process-redactor';
import type { AnyApiScenario } from '../../scenario/scenario';
import { isRecord } from '../../validation/shape';
import type { Call } from './call';

/** Returns the problems of the arguments, one per line. */
type Contract = (args: Readonly<Record<string, unknown>>) => readonly string[];

/** The contracts of a block, by entry point; `undefined` if the app has none. */
export type ContractCache = Map<string, Promise<Contract | undefined>>;

/** A scenario whose arguments may have to match a contract. */
export interface Contracted {
  readonly scenario: AnyApiScenario;
  readonly options: { readonly inputContract: boolean; readonly workflowEndpoint: string };
  readonly client: Client;
  readonly contracts?: ContractCache | undefined;
  /** Reports why the check can't be made. */
  readonly report?: ((line: string) => void) | undefined;
}

/**
 * Checks a workflow's arguments against the app's input contract, because the server would only report "Failed to start
 * workflow". Skipped if the app serves no contract, `ajv` isn't installed, or the workflow isn't started with `/start`.
 *
 * @throws ConnectorTestError INVALID_ARGS, naming the fields.
 */
export async function checkInput(contracted: Contracted, { args, options }: Call): Promise<void> {
  const { scenario, options: block, contracts } = contracted;
  const endpoint = scenario.endpoint ?? block.workflowEndpoint;
  const isAsked = scenario.api === 'workflow' && (scenario.inputContract ?? block.inputContract);
  if (!isAsked || contracts === undefined || !isRecord(args) || replacesBody(options)) return;
  if (endpoint.replace(/^\/*/, '/') !== DEFAULTS.workflowEndpoint || !hasAjv()) return;

  const contract = await contractOf(contracted, contracts, options);
  const issues = contract?.(args) ?? [];
  if (issues.length > 0) throw unfitting(issues);
}

function contractOf(
  contracted: Contracted,
  contracts: ContractCache,
  call: CallOptions,
): Promise<Contract | undefined> {
  const key = call.entrypoint ?? '';
  const known = contracts.get(key);
  if (known !== undefined) return known;
  // A failed request may succeed for the next scenario; an invalid contract stays invalid.
  const asking = askFor(contracted, call, () => contracts.delete(key));
  contracts.set(key, asking);
  return asking;
}

async function askFor(
  { client, report = () => undefined }: Contracted,
  { entrypoint, headers, timeout }: CallOptions,
  notAnswered: () => void,
): Promise<Contract | undefined> {
  try {
    const { status, body } = await client.inputContract({ entrypoint, headers, timeout });
    if (status !== 404 && status !== 405 && (status < 200 || status >= 300))
      throw new Error(`the server returned ${status}`);
    return status < 300 && isRecord(body) ? compiled(body) : undefined;
  } catch (error) {
    report(`can't use the input contract of ${client.serverHost}, so arguments are not checked: ${reasonOf(error)}`);
    const { code } = error as { code?: unknown };
    if (String(code).startsWith('REQUEST_')) notAnswered();
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (isConnectorTestError(error)) return [error.what, error.why].filter(Boolean).join(' ');
  return isErrorLike(error) ? error.message : String(error);
}

function compiled(schema: JsonSchema): Contract {
  const issuesOf = compileArgs(schema);
  return (args) => {
    learnSecretsOf(args);
    return issuesOf(args).map(({ text }) => text);
  };
}

function unfitting(issues: readonly string[]): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: "The arguments do not match the app's input contract, so the workflow was not started.",
    why: issues.join('\n'),
    fix: 'correct the arguments; GET /workflows/v1/input-contract lists the fields.\nTo send them anyway, set `inputContract: false`.',
  });
}
