import { API_NAMES } from '../../apis/api-names';
import { API_PREFIX } from '../../apis/api-request';
import { isRefused } from '../../apis/response/is-refused';
import type { ExchangeRecord, ResponseRecord } from '../../runner/scenario-result';
import { type CheckedPaths, type FieldCoverage, fieldCoverage } from './field-coverage';
import { fieldsOf } from './response-fields';
import type { TestRecord } from './run-model';

/** Which responses of an API were received, and what scenarios checked in them. */
export interface ApiCoverage {
  readonly api: string;
  /** The number of scenarios that called it. */
  readonly scenarios: number;
  /** The number of responses with a status below 400 and without `success: false`. */
  readonly accepted: number;
  /** The number of other responses. */
  readonly refused: number;
  /** The number of requests without a usable response. */
  readonly failed: number;
  /** Sorted by path; at most 500. */
  readonly fields: readonly FieldCoverage[];
  /** How many more fields there are. */
  readonly fieldsLeftOut: number;
}

const MOST_FIELDS = 500;

/** The paths of the built-in APIs, as tests written by hand call them; `config` has an id after it. */
const PATHS: readonly (readonly [api: (typeof API_NAMES)[number], path: RegExp])[] = [
  ['auth', /^\/auth$/],
  ['preflight', /^\/check$/],
  ['metadata', /^\/metadata$/],
  ['workflow', /^\/start$/],
  ['config', /^\/config\/[^/]+$/],
];

interface Counts {
  scenarios: number;
  accepted: number;
  refused: number;
  failed: number;
  /** How many responses have each field. */
  readonly seen: Map<string, number>;
  /** The paths that scenarios check, by these: most check the same few. */
  readonly checks: Map<string, CheckedPaths>;
}

/**
 * What the tests of a run cover. Of a repeated test, the last attempt counts. The checks of tests written by hand are not
 * known.
 */
export class RunCoverage {
  readonly #counts = new Map<string, Counts>(API_NAMES.map((api) => [api, noCounts()]));

  /** Counts a test. Never throws: the record of a merged journal may be anything. */
  add(test: TestRecord): void {
    try {
      countTest(test, this.#counts);
    } catch {
      // Its details say that it is invalid.
    }
  }

  /** First the five APIs of a connector, called or not, then custom ones by name. */
  apis(): ApiCoverage[] {
    const custom = [...this.#counts.keys()].slice(API_NAMES.length).sort();
    return [...API_NAMES, ...custom].map((api) => coverage(api, this.#counts.get(api) ?? noCounts()));
  }
}

function noCounts(): Counts {
  return { scenarios: 0, accepted: 0, refused: 0, failed: 0, seen: new Map(), checks: new Map() };
}

function countTest({ attempts, scenario }: TestRecord, counts: Map<string, Counts>): void {
  const last = attempts.at(-1);
  for (const exchange of last?.exchanges ?? []) {
    const api = apiOf(exchange);
    if (api !== undefined) countResponse(exchange.response, countsOf(api, counts));
  }
  const result = last?.result;
  if (result?.request === undefined) return;
  const ofApi = countsOf(String(scenario?.api ?? result.api), counts);
  countResponse(result.response, ofApi);
  ofApi.scenarios += 1;
  countPaths(
    result.outcomes.map(({ path }) => path),
    ofApi,
  );
}

function countPaths(paths: readonly string[], { checks }: Counts): void {
  const key = JSON.stringify(paths);
  const known = checks.get(key);
  if (known === undefined) checks.set(key, { paths, scenarios: 1 });
  else known.scenarios += 1;
}

function countsOf(api: string, counts: Map<string, Counts>): Counts {
  const ofApi = counts.get(api) ?? noCounts();
  counts.set(api, ofApi);
  return ofApi;
}

function countResponse(response: ResponseRecord | undefined, ofApi: Counts): void {
  ofApi[outcomeOf(response)] += 1;
  const fields = response === undefined ? [] : fieldsOf(response.body);
  for (const path of fields) ofApi.seen.set(path, (ofApi.seen.get(path) ?? 0) + 1);
}

function outcomeOf(response: ResponseRecord | undefined): 'accepted' | 'refused' | 'failed' {
  if (response === undefined) return 'failed';
  return isRefused(response) ? 'refused' : 'accepted';
}

/** The API of a request that a test written by hand sent, if it is one of the built-in ones. */
function apiOf({ request }: ExchangeRecord): string | undefined {
  const [path = ''] = request.url.replace(/^\w+:\/\/[^/]*/, '').split(/[?#]/);
  if (!path.startsWith(API_PREFIX)) return undefined;
  return PATHS.find(([, pattern]) => pattern.test(path.slice(API_PREFIX.length)))?.[0];
}

function coverage(api: string, { seen, checks, ...counts }: Counts): ApiCoverage {
  const fields = fieldCoverage(seen, checks.values());
  const fieldsLeftOut = Math.max(0, fields.length - MOST_FIELDS);
  return { api, ...counts, fields: fields.slice(0, MOST_FIELDS), fieldsLeftOut };
}
