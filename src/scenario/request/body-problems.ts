import { replacesBody } from '../../apis/overrides';
import { partsOf } from '../../apis/request-parts';
import { describeGiven, type Problem } from '../../validation/problems';
import { isRecord } from '../../validation/shape';
import { awaitedStates } from '../awaited-states';

type Fields = Readonly<Record<string, unknown>>;

/** The methods that may write. */
const WRITING: readonly unknown[] = ['PUT', 'PATCH', 'DELETE'];

/** The problems in the fields of a scenario for requests that an app must refuse. */
export function bodyProblems(scenario: Fields, where: string): Problem[] {
  return [
    ...unusedFields(scenario).map((field) => ({ where, field, ...withoutEffect(scenario) })),
    ...repetitionProblems(scenario, where),
    ...waitProblems(scenario, where),
  ];
}

/** The fields that would be part of a body that isn't sent. */
function unusedFields(scenario: Fields): string[] {
  const api = String(scenario['api']);
  if (!replacesBody(scenario) || partsOf(api).length === 0) return [];
  if (api === 'config') return isSet(scenario, 'configPayload') ? ['configPayload'] : payloadInArgs(scenario);
  const parts: readonly string[] = partsOf(api).map(([part]) => part);
  // The entry point of a workflow is part of the query.
  const inBody = ['args', 'changeArgs', ...parts, ...(api === 'workflow' ? [] : ['entrypoint'])];
  return inBody.filter((field) => isSet(scenario, field));
}

function payloadInArgs({ args }: Fields): string[] {
  return isRecord(args) && isSet(args, 'configPayload') ? ['args.configPayload'] : [];
}

function withoutEffect({ method, rawBody }: Fields): Pick<Problem, 'expected' | 'received'> {
  if (rawBody !== undefined) return { expected: 'either `rawBody` or this field, because only one body is sent' };
  return {
    expected: 'a method with a body beside this field, such as POST or PUT',
    received: `method: ${describeGiven(method)}`,
  };
}

function repetitionProblems({ api, eventually, method, rawBody }: Fields, where: string): Problem[] {
  if (eventually === undefined) return [];
  const writes = WRITING.includes(method) || (api === 'config' && rawBody !== undefined);
  if (!writes) return [];
  const received = rawBody === undefined ? `method: ${describeGiven(method)}` : 'a `rawBody` for `config`';
  return [{ where, field: 'eventually', expected: 'a scenario that only reads', received }];
}

function waitProblems(scenario: Fields, where: string): Problem[] {
  if (scenario['mustNotStart'] !== true || awaitedStates(scenario).length === 0) return [];
  const expected = 'a scenario that does not wait for its workflow';
  return [{ where, field: 'mustNotStart', expected, received: 'one that waits for it' }];
}

function isSet(fields: Fields, name: string): boolean {
  return fields[name] !== undefined;
}
