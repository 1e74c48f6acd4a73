import type { ApiDefinitions } from '../../apis/api-definition';
import { API_NAMES } from '../../apis/api-names';
import { defined } from '../../defined';
import { httpUrl } from '../../validation/field-rules';
import { describeGiven, nearestName, type Problem } from '../../validation/problems';
import type { RecordOptions } from './record-options';
import { sentArgs } from './requests/args-tree';
import type { GivenArgs } from './requests/given-args';
import { recordsOwnConfig } from './requests/plan-requests';
import { onlyReads } from './requests/planned-request';

/** The problems in the options that say what is sent. */
export function requestProblems(options: RecordOptions, apis: ApiDefinitions, given: GivenArgs): Problem[] {
  return [...serverProblems(options), ...selectionProblems(options, apis, given)];
}

function serverProblems({ url, start }: RecordOptions): Problem[] {
  if (url === undefined) return [];
  const withScheme = `http://${url}`;
  const didYouMean = URL.canParse(withScheme) ? withScheme : undefined;
  const { expected } = httpUrl;
  return [
    ...(httpUrl.accepts(url)
      ? []
      : [{ where: '--url', expected, received: describeGiven(url), ...defined({ didYouMean }) }]),
    ...(start ? [{ where: '--start', expected: 'no --url, which names an app that runs' }] : []),
  ];
}

function selectionProblems(options: RecordOptions, apis: ApiDefinitions, given: GivenArgs): Problem[] {
  const { api, all } = options;
  if ((api === undefined) === (all === undefined)) {
    const received = api === undefined ? 'neither' : 'both';
    return [
      { where: 'options', expected: '--api <name> or --all', received, example: 'npx jest-connector record --all' },
    ];
  }
  if (api === undefined) return withAll(options);
  const known = [...API_NAMES, ...Object.keys(apis)];
  if (!known.includes(api)) {
    const expected = `one of ${known.join(', ')}`;
    return [
      { where: '--api', expected, received: describeGiven(api), didYouMean: nearestName(api, known) },
      ...given.problems,
    ];
  }
  return [...given.problems, ...writeProblems(api, options, apis, given), ...configProblems(options, given)];
}

function withAll({ args, expectRefusal }: RecordOptions): Problem[] {
  const unfit = [...(args === undefined ? [] : ['--args']), ...(expectRefusal ? ['--expect-refusal'] : [])];
  return unfit.map((where) => ({ where, expected: '--api <name> instead of --all, because it is about one request' }));
}

function writeProblems(api: string, { writes }: RecordOptions, apis: ApiDefinitions, given: GivenArgs): Problem[] {
  if (writes || given.problems.length > 0 || onlyReads(api, sentArgs(given.tree ?? {}), apis)) return [];
  return [{ where: '--api', expected: '--writes as well, because this request writes', received: describeGiven(api) }];
}

function configProblems(options: RecordOptions, { tree = {}, problems }: GivenArgs): Problem[] {
  const hasId = recordsOwnConfig(options) || Object.hasOwn(tree as object, 'configWorkflowId');
  if (options.api !== 'config' || problems.length > 0 || hasId) return [];
  const other = options.args === undefined && !options.expectRefusal ? ', or --writes to write and read one' : '';
  const example = `--args '{"configWorkflowId": "nightly"}'`;
  return [{ where: '--args', field: 'configWorkflowId', expected: `the id of a configuration${other}`, example }];
}
