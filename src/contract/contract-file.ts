import { readFileSync } from 'node:fs';
import { ConnectorTestError } from '../errors';
import { jsonText, parseJson } from '../json/exact-json';
import { replaceFile } from '../replace-file';
import { isRecord } from '../validation/shape';
import { type Contract, CONTRACT_FORMAT } from './contract';

/** The command that writes `shown`, as it can be pasted. */
export function contractCommand(shown: string): string {
  return `npx jest-connector contract${shown === 'contract.json' ? '' : ` --out ${shown}`}`;
}

/**
 * Reads a contract file.
 *
 * @param shown The path as it was given, for messages.
 * @throws ConnectorTestError CONTRACT_MISSING, CONTRACT_INVALID
 */
export function loadContract(path: string, shown = path): Contract {
  const text = textOf(path, shown);
  let contract: unknown;
  try {
    contract = parseJson(text);
  } catch (error) {
    throw invalid(shown, `it is not JSON: ${(error as Error).message}`);
  }
  const problem = problemOf(contract);
  if (problem !== undefined) throw invalid(shown, problem);
  return contract as Contract;
}

/** Writes a contract file; a concurrent reader sees either the old or the new one. */
export function writeContract(path: string, contract: Contract): void {
  replaceFile(path, `${jsonText(contract, { indent: 2 })}\n`);
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw invalid(shown, `it can't be read (${String(code)}).`);
    throw new ConnectorTestError('CONTRACT_MISSING', {
      what: `The contract file ${shown} does not exist.`,
      why: `there is no file ${path}.`,
      fix: `start the app, run \`${contractCommand(shown)}\`, and commit the file.`,
    });
  }
}

function problemOf(contract: unknown): string | undefined {
  if (!isRecord(contract) || contract['format'] !== CONTRACT_FORMAT) {
    return `its field "format" is not ${JSON.stringify(CONTRACT_FORMAT)}.`;
  }
  const parts = ['workflow', 'bodies'].filter((part) => {
    const schemas = contract[part];
    return !isRecord(schemas) || !Object.values(schemas).every(isRecord);
  });
  return parts.length === 0 ? undefined : `${parts.join(' and ')} must be an object of JSON Schemas.`;
}

function invalid(shown: string, why: string): ConnectorTestError {
  return new ConnectorTestError('CONTRACT_INVALID', {
    what: `Invalid contract file ${shown}.`,
    why,
    fix: `pass the path of a file that \`${contractCommand('contract.json')}\` wrote, or delete it and write it again.`,
  });
}
