import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createClient } from '../../client/client';
import type { Contract } from '../../contract/contract';
import { contractDrift } from '../../contract/contract-drift';
import { loadContract, writeContract } from '../../contract/contract-file';
import { readContract, saysNothing } from '../../contract/read-contract';
import { countOf } from '../../count-of';
import { DEFAULTS } from '../../defaults';
import { loadDotenv } from '../../env/dotenv';
import { readEnvironment } from '../../env/variables';
import { ConnectorTestError, isConnectorTestError } from '../../errors';
import { httpUrl } from '../../validation/field-rules';
import { describeGiven, formatProblems } from '../../validation/problems';
import { type CommandInput, EXIT_CODES, type ExitCode } from '../command';

/** The options of `jest-connector contract`. */
export interface ContractOptions {
  readonly out: string;
  readonly url?: string;
  readonly entrypoint?: readonly string[];
  readonly check?: true;
}

/** Writes the contract of a running app, or compares it with the file. */
export async function runContract({ options, terminal }: CommandInput<ContractOptions>): Promise<ExitCode> {
  const { out, check, url } = options;
  if (url !== undefined && !httpUrl.accepts(url)) {
    terminal.notice(formatProblems([{ where: '--url', expected: httpUrl.expected, received: describeGiven(url) }]));
    return EXIT_CODES.wrongUsage;
  }
  // For secrets, which the file must not contain.
  loadDotenv(process.cwd());
  const path = resolve(out);
  // Before a request is sent: another file must not be overwritten.
  const before = existsSync(path) ? loadContract(path, out) : undefined;
  if (check && before === undefined) loadContract(path, out);
  const contract = await contractOf(options);
  const drift = before && contractDrift(contract, before);
  if (before !== undefined && drift === undefined) {
    terminal.print(`${out} is current: ${contentsOf(contract)}.`);
    return EXIT_CODES.done;
  }
  if (check) {
    terminal.notice(`${out} is not current:\n${String(drift)}`);
    return EXIT_CODES.failed;
  }
  writeContract(path, contract);
  if (drift !== undefined) terminal.notice(`The contract has changed:\n${drift}`);
  terminal.print(`Wrote ${out}: ${contentsOf(contract)}.`);
  return EXIT_CODES.done;
}

async function contractOf({ url, entrypoint }: ContractOptions): Promise<Contract> {
  const client = createClient({ serverHost: url ?? serverHost() });
  try {
    const contract = await readContract(client, entrypoint);
    if (saysNothing(contract)) throw noContract(client.serverHost, url !== undefined);
    return contract;
  } catch (error) {
    throw isConnectorTestError(error) && error.code === 'REQUEST_FAILED' ? withUrlOption(error) : error;
  } finally {
    client.close();
  }
}

function serverHost(): string {
  const { options, problems } = readEnvironment();
  if (problems.length === 0) return options.serverHost ?? DEFAULTS.serverHost;
  throw new ConnectorTestError('INVALID_CONFIGURATION', {
    what: 'Invalid environment variables.',
    why: formatProblems(problems),
    fix: 'correct the variables above in the shell or in .env, or pass `--url`.',
  });
}

/** `arguments of a workflow (7 fields), body of auth`. */
function contentsOf({ workflow, bodies, manifest }: Contract): string {
  const fields = ({ properties }: Readonly<Record<string, unknown>>): string =>
    countOf(Object.keys(properties ?? {}).length, 'field');
  return [
    ...Object.entries(workflow).map(
      ([name, schema]) => `arguments of a workflow${name && ` of ${name}`} (${fields(schema)})`,
    ),
    ...Object.entries(bodies).map(([api, schema]) => `body of ${api} (${fields(schema)})`),
    ...(manifest === undefined ? [] : ['manifest']),
  ].join(', ');
}

/** What to do is another thing than in a test, which Jest starts the app for. */
function withUrlOption({ code, what, why, fix }: ConnectorTestError): ConnectorTestError {
  const here =
    "This command starts no app, also not with `port: 'auto'`: start it yourself, and pass its URL with `--url`.";
  return new ConnectorTestError(code, { what, why, fix: [fix, here].filter(Boolean).join('\n') });
}

function noContract(server: string, isGiven: boolean): ConnectorTestError {
  const otherApp = 'If this is another app, pass the URL of yours with `--url`.';
  return new ConnectorTestError('CONTRACT_MISSING', {
    what: `The app at ${server} serves no contract; nothing was written.`,
    why: 'it has no GET /workflows/v1/input-contract, no request bodies in GET /openapi.json, and no GET /workflows/v1/manifest.',
    fix: `use \`standardScenarios\` without \`contract\`.${isGiven ? '' : `\n${otherApp}`}`,
  });
}
