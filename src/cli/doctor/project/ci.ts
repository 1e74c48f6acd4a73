import { runsInCi } from '../../../service/run/run-state';
import { sourceFiles } from '../../project/source-files';
import type { Facts } from '../facts';
import { type Finding, ok, warning } from '../finding';
import { requiredVariables } from './variables';

/** What `CI` changes, and whether the GitHub workflows pass the variables that the tests need. */
export function ciFindings(rootDir: string, facts: Facts): Finding[] {
  const here = runsInCi()
    ? [ok('ci', 'CI is set: missing variables fail, and a server that already runs is never used')]
    : [];
  return [...here, ...workflowFindings(rootDir, facts)];
}

function workflowFindings(rootDir: string, { folder, sources }: Facts): Finding[] {
  const required = requiredVariables(rootDir, sources);
  const workflows = sourceFiles(`${folder}/.github/workflows`, /\.ya?ml$/).filter(({ text }) =>
    /^\s*(?:-\s+)?run:.*\b(?:jest|npm t|npm test|npm run test)\b/m.test(text),
  );
  return workflows.flatMap(({ name, text }) => {
    const lacking = required.filter((variable) => !text.includes(variable));
    const [first] = lacking;
    if (first === undefined) return [];
    const what = `.github/workflows/${name} runs the tests, and does not set ${lacking.join(', ')}.`;
    const fix = `add \`env: { ${first}: \${{ secrets.${first} }} }\` and so on to the step that runs the tests.`;
    return [warning('ci', what, fix)];
  });
}
