import { toPairs } from '../../apis/credentials-format';
import { compileContract, hasAjv, type JsonSchema } from '../../assertions/schema/json-schema';
import { type ArgsIssues, compileArgs } from '../../contract/args-issues';
import type { Contract, DescribedApi } from '../../contract/contract';
import { ConnectorTestError } from '../../errors';
import type { Json } from '../../json/json';
import type { Scenario } from '../../scenario/scenario';
import { isRecord } from '../../validation/shape';
import { validArgs, type Violation, violationsOf } from '../negatives/violations';
import { clientError } from '../response-checks';
import type { StandardOptions } from '../standard-options';
import { credentialsOf } from './right-credentials';
import { workflowOf, workflowParts } from './workflow-scenarios';

/** Each field of the contract, wrong in each way: the app must refuse it. */
export function contractScenarios(contract: Contract, options: StandardOptions): Scenario[] {
  const workflows = options.workflow === false ? [] : Object.entries(contract.workflow);
  const bodies = (Object.entries(contract.bodies) as [DescribedApi, JsonSchema][]).filter(
    ([api]) => options[api] !== false,
  );
  return [
    ...workflows.flatMap(([entrypoint, schema]) => ofWorkflow(entrypoint, schema, options)),
    ...bodies.flatMap(([api, schema]) => ofBody(api, schema, options)),
  ];
}

function ofWorkflow(entrypoint: string, schema: JsonSchema, options: StandardOptions): Scenario[] {
  const { args = {} } = workflowOf(options);
  const parts = { ...workflowParts(options), ...(entrypoint === '' ? {} : { entrypoint }) };
  const valid = validatorOf(schema, compileArgs);
  return violationsOf(schema).map((violation) => ({
    ...{ name: nameOf(['workflow', entrypoint], violation), api: 'workflow', ...parts },
    ...{ inputContract: false, mustNotStart: true, assertThat: clientError() },
    changeArgs: (given: object) => withoutVault(violation, violation.apply(valid({ ...given, ...args }))),
  }));
}

function ofBody(api: DescribedApi, schema: JsonSchema, options: StandardOptions): Scenario[] {
  const valid = validatorOf(schema, compileContract);
  return violationsOf(schema).map((violation) => ({
    ...{ name: nameOf([api], violation), api, ...credentialsOf(options), assertThat: clientError() },
    changeArgs: (given: Json) => violation.apply(valid(asSent(given))),
  }));
}

/** Credentials as the app receives them, which is what its contract describes. */
function asSent(args: Json): Json {
  return isRecord(args) && 'credentials' in args ? { ...args, credentials: toPairs(args['credentials']) } : args;
}

/** `contract_workflow_connection.name_wrong_type`. */
function nameOf(place: readonly string[], { path, kind }: Violation): string {
  return ['contract', ...place, path.join('.'), kind].filter((word) => word !== '').join('_');
}

/** The vault would replace the field that is to be wrong. */
function withoutVault({ path: [field] }: Violation, args: unknown): unknown {
  if (field !== 'credential_guid' || !isRecord(args)) return args;
  const { credentials: _credentials, ...others } = args;
  return others;
}

/**
 * Returns a function that completes arguments, and throws if they are invalid then: an app would refuse them for another
 * reason than the violation.
 */
function validatorOf(schema: JsonSchema, compile: (schema: JsonSchema) => ArgsIssues): (given: Json) => unknown {
  let issuesOf: ArgsIssues | undefined;
  return (given) => {
    const args = validArgs(given, schema);
    if (!hasAjv() || !isRecord(args)) return args;
    // Once for all scenarios, because compiling takes longer than a request.
    issuesOf ??= compile(schema);
    const issues = issuesOf(args);
    if (issues.length > 0) throw notValid(issues.map(({ text }) => text));
    return args;
  };
}

function notValid(issues: readonly string[]): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: 'The arguments in which one field is made wrong are invalid themselves; nothing was sent.',
    why: issues.join('\n'),
    fix: 'set valid arguments in `workflow` of standardScenarios: `metadata`, `connection`, `args`.',
  });
}
