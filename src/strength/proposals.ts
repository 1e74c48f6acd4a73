import { joinPath } from '../assertions/paths/path-text';
import { isNotEmpty } from '../assertions/predicates/collections';
import { equals } from '../assertions/predicates/equality';
import { greaterThan } from '../assertions/predicates/numbers';
import type { Predicate } from '../assertions/predicates/predicate';
import { exists, isMissing } from '../assertions/predicates/presence';
import { isFalse, isTrue } from '../assertions/predicates/truth';
import { PreparedChecks } from '../assertions/prepared-checks';
import { escapeControls } from '../assertions/values/quote';
import { isRecord } from '../validation/shape';
import { valueAt } from './edit';
import { isRefusal } from './false-success';
import { type Observation, subjectOf } from './observation';
import { checkPlaces } from './preflight-checks';
import { statusFields } from './status-words';
import type { ProposedCheck } from './strength-record';

/** A check that a scenario could have. */
export interface Proposal extends ProposedCheck {
  /** Whether it fails for a response. */
  notices(observation: Observation): boolean;
}

/** What a proposal is made for. */
export interface ProposalInput {
  readonly api: string;
  readonly observation: Observation;
  readonly assertThat: Readonly<Record<string, unknown>>;
}

/**
 * The checks that could notice a broken response, the plainest first. All of them pass for the real one. Their values are
 * booleans, statuses and words of success or failure, never other values of the response.
 */
export function proposals(input: ProposalInput): Proposal[] {
  const { observation, assertThat } = input;
  const paths = Object.keys(assertThat);
  return [...checksOf(input), ...scenarioFields(observation)]
    .map((proposal) => (paths.includes(proposal.path) ? { ...proposal, replaces: true as const } : proposal))
    .filter((proposal) => !proposal.notices(observation))
    .sort((left, right) => Number(left.replaces ?? false) - Number(right.replaces ?? false));
}

/** The fewest proposals that notice all that any of them notices. */
export function smallestSet(candidates: readonly Proposal[], broken: readonly Observation[]): Proposal[] {
  const chosen: Proposal[] = [];
  for (let left = broken; left.length > 0;) {
    const counts = candidates.map((each) => left.filter((observation) => each.notices(observation)).length);
    const most = Math.max(0, ...counts);
    const best = candidates[counts.indexOf(most)];
    if (most === 0 || best === undefined) break;
    chosen.push(best);
    left = left.filter((observation) => !best.notices(observation));
  }
  return chosen;
}

interface PathProposal extends Proposal {
  readonly path: string;
}

function checksOf({ api, observation }: ProposalInput): PathProposal[] {
  const { body, status, workflow } = observation;
  const data = valueAt(body, ['data']);
  const { succeeded, failed } = statusFields(body);
  const result = isRecord(workflow?.['result']) ? Object.entries(workflow['result']) : [];
  return [
    ...(isRefusal(observation) ? [literal('$http.status', status)] : []),
    ...(isRecord(body) && typeof body['success'] === 'boolean' ? [literal('success', body['success'])] : []),
    ...[...succeeded, ...failed].map(({ path, value }) => literal(path, value)),
    ...(api === 'preflight' ? preflightChecks(body) : []),
    ...(isRecord(data) || Array.isArray(data) ? dataChecks(data) : listChecks(body)),
    ...result
      .filter(([, value]) => typeof value === 'number')
      .map(([key]) => check(joinPath(['$workflow', 'result', key]), 'greaterThan(0)', greaterThan(0))),
    literal('$http.status', status),
    check('data', 'isMissing()', isMissing()),
    check('detail', 'exists()', exists()),
  ];
}

function preflightChecks(body: unknown): PathProposal[] {
  const all = checkPlaces(body);
  // A name survives another order.
  const isNamed = ({ keys }: (typeof all)[number]): boolean => keys.length === 2;
  const places = [...all.filter(isNamed), ...all.filter((place) => !isNamed(place))];
  const lists = [['preflight', 'checks'] as const, ['data', 'checks'] as const].filter((keys) =>
    Array.isArray(valueAt(body, keys)),
  );
  return [
    ...lists.map((keys) => check(`${keys.join('.')}.*.passed`, 'isTrue()', isTrue())),
    ...places.map(({ keys, flag, passed }) =>
      check(joinPath([...keys, flag].map(String)), passed ? 'isTrue()' : 'isFalse()', passed ? isTrue() : isFalse()),
    ),
  ];
}

function dataChecks(data: object): PathProposal[] {
  if (Array.isArray(data)) return [check('data', 'isNotEmpty()', isNotEmpty())];
  const [first] = Object.entries(data)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key]) => key);
  return [
    check('data', 'isNotEmpty()', isNotEmpty()),
    ...(first === undefined ? [] : [check(joinPath(['data', first]), 'exists()', exists())]),
  ];
}

function listChecks(body: unknown): PathProposal[] {
  if (Array.isArray(body)) return [check('', 'isNotEmpty()', isNotEmpty())];
  if (!isRecord(body)) return [];
  return Object.entries(body)
    .filter(([, value]) => Array.isArray(value))
    .map(([key]) => check(joinPath([key]), 'isNotEmpty()', isNotEmpty()));
}

/** What only a field of the scenario can check. */
function scenarioFields({ end }: Observation): PathProposal[] {
  if (end === undefined) return [];
  const field = (code: string, notices: Proposal['notices']): PathProposal => ({
    ...{ code, place: 'scenario', path: '', notices },
  });
  return [
    field(`waitFor: '${end}'`, (observation) => observation.end !== end),
    ...(end === 'COMPLETED' ? [field('recordRules: [nonEmpty()]', ({ isOutputEmpty }) => isOutputEmpty === true)] : []),
  ];
}

function literal(path: string, value: string | number | boolean): PathProposal {
  const text = typeof value === 'string' ? quoted(value) : String(value);
  return check(path, `equals(${text})`, equals(value));
}

function check(path: string, code: string, predicate: Predicate<never>): PathProposal {
  const prepared = new PreparedChecks({ [path]: predicate });
  return {
    path,
    code: `${/^[a-z_$][\w$]*$/i.test(path) ? path : quoted(path)}: ${code}`,
    place: 'assertThat',
    notices: (observation) => !prepared.allPass(subjectOf(observation)),
  };
}

function quoted(text: string): string {
  return `'${escapeControls(text.replace(/[\\']/g, '\\$&'))}'`;
}
