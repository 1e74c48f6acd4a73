import { countOf } from '../../count-of';
import { harmless } from '../../report/plain-text';
import { scoreText } from '../../strength/score';
import type { ProposedCheck } from '../../strength/strength-record';
import type { ScenarioStrength, SuiteStrength } from './suite-strength';

const MOST_FIELDS = 6;

/** The report of a suite's strength, for the terminal. Names and paths may come from a response. */
export function strengthText(suite: SuiteStrength): string {
  const { scenarios } = suite;
  const weak = scenarios.filter(({ accepts, idleAccepts }) => accepts.length + idleAccepts.length > 0);
  const strong = scenarios.filter(({ accepts, leftOut }) => accepts.length === 0 && leftOut === undefined);
  return [
    ...weak.flatMap((scenario) => [...scenarioLines(scenario), '']),
    ...scenarios.flatMap(leftOutLines),
    ...notJudgedLines(suite),
    `${countOf(strong.length, 'scenario')} of ${scenarios.length} would notice every broken response.`,
    `Any field changed: ${scoreText(suite.fields)} noticed.`,
    `Mutation score: ${scoreText(suite.broken)} broken responses noticed.`,
  ].join('\n');
}

function scenarioLines(scenario: ScenarioStrength): string[] {
  const { ancestors, name, location, broken, accepts, proposed, idleAccepts } = scenario;
  const title = [...ancestors, name].map(harmless).join(' › ');
  return [
    `${title}: ${scoreText(broken)} broken responses noticed${location === undefined ? '' : ` (${harmless(location)})`}`,
    ...(accepts.length > 0 ? ['  It would accept:', ...accepts.map(({ what }) => `    ${harmless(what)}`)] : []),
    ...fixLines('assertThat', proposed),
    ...fixLines('scenario', proposed),
    ...uncheckedLines(scenario),
    ...idleAccepts.map(
      (path) => `  \`strength.accept\` has no effect for ${harmless(path)}: the response has no such path.`,
    ),
  ];
}

const PLACES = { assertThat: '`assertThat`', scenario: 'the scenario' };

function fixLines(place: ProposedCheck['place'], proposed: readonly ProposedCheck[]): string[] {
  const own = proposed.filter((each) => each.place === place);
  if (own.length === 0) return [];
  return [
    `  Fix: add to ${PLACES[place]}:`,
    ...own.map(
      ({ code, replaces }) => `    ${harmless(code)},${replaces ? ' // replaces the check of this path' : ''}`,
    ),
  ];
}

function uncheckedLines({ unchecked }: ScenarioStrength): string[] {
  const paths = unchecked.filter(({ changes }) => changes.length >= 3).map(({ path }) => harmless(path));
  if (paths.length === 0) return [];
  const more = paths.length - MOST_FIELDS;
  return [`  Nothing checks: ${paths.slice(0, MOST_FIELDS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}

function leftOutLines({ ancestors, name, leftOut }: ScenarioStrength): string[] {
  return leftOut === undefined ? [] : [`Left out: ${[...ancestors, name].map(harmless).join(' › ')}: ${leftOut}.`];
}

function notJudgedLines({ notJudged }: SuiteStrength): string[] {
  const counts = Object.entries(notJudged).map(([status, count]) => `${count} ${status}`);
  return counts.length === 0 ? [] : [`Not judged, because they did not pass: ${counts.join(', ')}.`];
}
