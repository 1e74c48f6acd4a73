import { isRecord } from '../../../validation/shape';
import { variablesOf } from '../requests/args-tree';
import type { RecordedRequest } from '../requests/record-request';
import { call, calledNames, type Code, literal } from './code';
import { freeName } from './export-name';
import { printCode } from './print-code';
import { lazyCode, scenarioCode, type SharedParts } from './scenario-code';

/** What a file needs for its scenarios. */
export interface FileParts {
  /** The names to import from jest-connector, sorted. */
  readonly imports: readonly string[];
  /** Constants, as statements. */
  readonly constants: readonly string[];
  /** `defineScenarios([…])`. */
  readonly scenarios: string;
}

/**
 * The parts of a file with these scenarios.
 *
 * @param before The beginning of the line of the call of `defineScenarios`.
 * @param isFree Whether a name can be that of a new constant.
 */
export function fileParts(
  recorded: readonly RecordedRequest[],
  before: string,
  isFree: (name: string) => boolean,
): FileParts {
  const shared = sharedParts(recorded, isFree);
  const { credentials, requires } = shared;
  const list = call('defineScenarios', { kind: 'list', items: recorded.map((each) => scenarioCode(each, shared)) });
  const constants: (readonly [string, Code])[] = [
    ...(credentials === undefined ? [] : [[credentials.name, lazyCode(credentials.tree)] as const]),
    ...(requires === undefined ? [] : [[requires.name, literal(requires.variables)] as const]),
  ];
  return {
    imports: calledNames([list, ...constants.map(([, code]) => code)]),
    constants: constants.map(([name, code]) => {
      const start = `const ${name} = `;
      return `${start}${printCode(code, start.length)};`;
    }),
    scenarios: printCode(list, before.length),
  };
}

/** Credentials that several scenarios send are written once. */
function sharedParts(recorded: readonly RecordedRequest[], isFree: (name: string) => boolean): SharedParts {
  const trees = recorded.map(({ request }) => (isRecord(request.args) ? request.args['credentials'] : undefined));
  const tree = trees.find((each, index) => each !== undefined && trees.indexOf(each) !== index);
  if (tree === undefined || variablesOf(tree).length === 0) return {};
  const lists = recorded.map(({ request }) => variablesOf(request.args));
  const variables = variablesOf(tree);
  const isRepeated = lists.filter((each) => String(each) === String(variables)).length > 1;
  return {
    credentials: { tree, name: freeName('credentials', isFree) },
    ...(isRepeated && { requires: { variables, name: freeName('requires', isFree) } }),
  };
}
