import { type Facts, isConfigured } from '../facts';
import { type Finding, ok, problem, warning } from '../finding';

/** Known reasons why Jest can't compute its configuration. */
const REASONS: readonly (readonly [pattern: RegExp, fix: string])[] = [
  [
    /(?:module|require|exports|__dirname) is not defined in ES module scope/,
    'package.json has "type": "module": write `export default { … }` in the Jest config, or name it `jest.config.cjs`.',
  ],
  [
    /Cannot use import statement outside a module|Unexpected token 'export'/,
    'write `module.exports = { … }` in the Jest config, or name it `jest.config.mjs`.',
  ],
  [/Preset jest-connector|Cannot find module 'jest-connector/, 'install it: `npm install --save-dev jest-connector`'],
  [/Multiple configurations found/, 'keep one configuration, or name one with `--config`.'],
  [/Preset \S+ not found|Cannot find module/, 'install what the Jest config loads.'],
];

const MOST_LINES = 12;

/** Whether Jest can compute its configuration, and what it warns about. */
export function jestConfigFindings(facts: Facts): Finding[] {
  const { settings } = facts;
  if (settings === undefined) return [];
  if (!isConfigured(facts)) return 'failure' in settings ? [unreadable(settings.failure)] : [];
  const { warnings, configs } = facts.settings;
  const ignored = [...warnings.matchAll(/Unknown option "([^"]+)"/g)].map(([, name]) => name);
  if (ignored.length > 0) {
    const fix = 'correct the name; options of jest-connector belong into `globals: { connector: { … } }`.';
    return [warning('config', `Jest ignores unknown options of its config: ${ignored.join(', ')}.`, fix)];
  }
  const count = configs.length === 1 ? '' : `, ${configs.length} projects`;
  return [ok('config', `Jest can read its config${count}`)];
}

function unreadable(failure: string): Finding {
  const [, fix] = REASONS.find(([pattern]) => pattern.test(failure)) ?? [];
  const lines = failure.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  const shown = lines.slice(0, MOST_LINES).map((line) => line.trimEnd());
  return problem('config', `Jest can't read its config:\n${shown.join('\n')}`, fix ?? 'correct the Jest config.');
}
