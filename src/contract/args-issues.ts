import { toFlat } from '../apis/credentials-format';
import { compileContract, type JsonSchema, type SchemaIssue } from '../assertions/schema/json-schema';
import { isRecord } from '../validation/shape';

/** Returns the problems of a workflow's arguments. */
export type ArgsIssues = (args: Readonly<Record<string, unknown>>) => readonly SchemaIssue[];

/** Fields that the client adds don't belong to the arguments. */
const OURS = 'credential_guid';
/** Fields that the server handles itself; the app only receives the others. */
const TAKEN = ['workflow_id', 'workflow_type', 'correlation_id'];

/** Compiles the contract of a workflow's arguments, as a scenario has them: before the client and the server change them. */
export function compileArgs(schema: JsonSchema): ArgsIssues {
  const issuesOf = compileContract(schema);
  const known = isRecord(schema['properties']) ? schema['properties'] : {};
  return (args) => {
    const { credentials, ...sent } = args;
    const fromVault = !(OURS in args) && toFlat(credentials) !== undefined;
    const fields = Object.entries(sent).filter(([name]) => !TAKEN.includes(name) || name in known);
    const issues = issuesOf({ ...(fromVault ? { [OURS]: '' } : {}), ...Object.fromEntries(fields) });
    return issues.filter(({ path: [field] }) => !(fromVault && field === OURS));
  };
}
