import { isRecord } from '../../../validation/shape';
import { argsCode, variablesOf } from '../requests/args-tree';
import type { RecordedRequest } from '../requests/record-request';
import { call, type Code, type CodeField, literal, plain } from './code';

/** Constants above the scenarios: what several of them have in common. */
export interface SharedParts {
  /** The credentials that several scenarios send, and the name of their constant. */
  readonly credentials?: { readonly tree: unknown; readonly name: string } | undefined;
  readonly requires?: { readonly variables: readonly string[]; readonly name: string } | undefined;
}

/** A scenario as an object literal. */
export function scenarioCode({ request, checks }: RecordedRequest, shared: SharedParts): Code {
  const { name, api, needs, lock, isRefusal } = request;
  const isWorkflow = api === 'workflow';
  const fields: (CodeField | undefined)[] = [
    ['name', literal(name)],
    ['api', literal(api)],
    needs === undefined ? undefined : ['needs', literal([needs])],
    lock === undefined ? undefined : ['lock', literal(lock)],
    requiresField(variablesOf(request.args), shared),
    ['args', requestArgs(request.args, shared)],
    isWorkflow && isRefusal ? ['mustNotStart', literal(true)] : undefined,
    isWorkflow && !isRefusal ? ['waitFor', literal('COMPLETED')] : undefined,
    ['assertThat', { kind: 'object', isOpen: true, fields: checks.map(({ path, code }) => [path, code]) }],
  ];
  return { kind: 'object', isOpen: true, fields: fields.filter((field) => field !== undefined) };
}

/** The variables are read when the scenario runs: services may set them after the file was loaded. */
export function lazyCode(tree: unknown): Code {
  return call('lazy', { kind: 'function', result: argsCode(tree) });
}

function requiresField(variables: readonly string[], { requires }: SharedParts): CodeField | undefined {
  if (variables.length === 0) return undefined;
  const isShared = requires !== undefined && String(requires.variables) === String(variables);
  return ['requires', isShared ? plain(requires.name) : literal(variables)];
}

function requestArgs(tree: unknown, { credentials }: SharedParts): Code {
  if (variablesOf(tree).length === 0) return argsCode(tree);
  if (credentials === undefined || !isRecord(tree) || tree['credentials'] !== credentials.tree) return lazyCode(tree);
  const { credentials: _shared, ...others } = tree;
  // A lazy may be a part of the arguments, unless another part reads a variable too.
  if (variablesOf(others).length > 0) return lazyCode(tree);
  const fields = Object.entries(others).map(([key, value]): CodeField => [key, argsCode(value)]);
  return { kind: 'object', fields: [['credentials', plain(credentials.name)], ...fields] };
}
