import { validateConfig } from '../../../config/validate-config';
import { readEnvironment } from '../../../env/variables';
import type { Problem } from '../../../validation/problems';
import { isRecord } from '../../../validation/shape';
import { type Finding, ok, problem, warning } from '../finding';
import type { ProjectSettings } from '../jest-settings';

/** The problems in `globals.connector` and in the environment variables that set options. */
export function optionFindings({ globals }: ProjectSettings): Finding[] {
  const problems = [...validateConfig(globals), ...readEnvironment().problems];
  if (problems.length > 0) return problems.map(findingOf);
  const { connector } = globals;
  if (isRecord(connector) && connector['redact'] === false) {
    const what = 'Redaction is off (`redact: false`): messages and reports contain secrets.';
    return [warning('options', what, 'remove `redact: false`.')];
  }
  const what = connector === undefined ? 'There are no options in `globals.connector`' : 'All options are valid';
  return [ok('options', what)];
}

function findingOf({ where, field, expected, received, didYouMean, example }: Problem): Finding {
  const place = field === undefined ? where : `${where}.${field}`;
  const what = `${place}: expected ${expected}${received === undefined ? '' : `, received ${received}`}.`;
  if (didYouMean !== undefined) return problem('options', what, `use \`${didYouMean}\`.`);
  return problem('options', what, example === undefined ? 'correct the value.' : `for example \`${example}\`.`);
}
