import { isAtLeast } from '../../project/installed-package';
import { isOurs } from '../../project/our-files';
import type { ConfiguredFacts } from '../facts';
import { type Finding, warning } from '../finding';

/** The settings that Jest has once for a whole run: its reporters and its concurrency. */
export function runSettingFindings(facts: ConfiguredFacts): Finding[] {
  return [...reporterFindings(facts), ...concurrencyFindings(facts)];
}

function reporterFindings({ settings }: ConfiguredFacts): Finding[] {
  const { reporters } = settings.globalConfig;
  if (reporters.some(([path]) => isOurs(path, 'reporter') || path === 'jest-connector/reporter')) return [];
  return [
    warning(
      'preset',
      '`reporters` lacks the reporter of jest-connector: no list of failed scenarios, no JUnit file, no failure if nothing was checked.',
      "add 'jest-connector/reporter' to `reporters`.",
    ),
  ];
}

function concurrencyFindings({ settings, jest }: ConfiguredFacts): Finding[] {
  const wanted = settings.configs
    .map(({ globals }) => (globals['connector'] as { concurrency?: unknown } | undefined)?.concurrency)
    .filter((value) => value === true || (typeof value === 'number' && value > 1));
  const [first] = wanted;
  if (first === undefined) return [];
  if (!isAtLeast(jest.version, 30, 5)) {
    const what = `\`concurrency\` has no effect with Jest ${jest.version}: scenarios run one after the other.`;
    return [warning('preset', what, 'install Jest 30.5 or later.')];
  }
  const { maxConcurrency } = settings.globalConfig;
  const most = Math.max(...wanted.map((value) => Number(value)));
  if (most <= maxConcurrency) return [];
  const what = `\`concurrency\` is ${most}, but Jest's \`maxConcurrency\` is ${maxConcurrency}, which is the limit.`;
  return [warning('preset', what, `set \`maxConcurrency: ${most}\` in the Jest config, or use \`withConnector\`.`)];
}
