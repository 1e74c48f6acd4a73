import type { Score } from '../../strength/strength-record';
import type { ApiCoverage } from '../model/coverage';
import type { ShardRecord, TestRecord } from '../model/run-model';

// What index.html embeds, in two parts: an index that the page reads at once, and details that it reads when a test is
// opened. Both are plain JSON.

/** All of a run but the details of its tests. */
export interface PageIndex {
  readonly run: PageRun;
  readonly groups: readonly PageGroup[];
  readonly rows: readonly PageRow[];
  readonly coverage: readonly ApiCoverage[];
}

/** The facts about a run. */
export interface PageRun {
  readonly startedAt: number;
  readonly durationMs: number;
  readonly success: boolean;
  readonly appName?: string | undefined;
  readonly serverUrl?: string | undefined;
  readonly interruptedBy?: string | undefined;
  readonly errors: readonly { readonly file?: string | undefined; readonly message: string }[];
  readonly shards: readonly ShardRecord[];
  /** Such as `jest 30.5.2`. */
  readonly versions: readonly string[];
  readonly commit?: string | undefined;
  /** Only `http:` and `https:`. */
  readonly ciUrl?: string | undefined;
}

/** The tests of one `describe` block. */
export interface PageGroup {
  readonly project?: string | undefined;
  readonly file: string;
  readonly ancestors: readonly string[];
}

/** A test in the list. */
export interface PageRow {
  readonly id: string;
  readonly name: string;
  /** The index of its group. */
  readonly group: number;
  /** One of `TEST_STATUSES`, unless the journal is of another origin. */
  readonly status: string;
  readonly api?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Why it failed, was skipped or was not run, in one line. */
  readonly note?: string | undefined;
  /** The broken responses that it would notice; only in a run that judges its checks. */
  readonly strength?: Score | undefined;
  readonly spans: readonly PageSpan[];
  /** How often it was tried, if more often than Jest ran it. */
  readonly attempts?: number | undefined;
  /** Set if it only failed because something before it did. */
  readonly isConsequence?: true | undefined;
  /** Which chunk has its details. */
  readonly chunk: number;
}

/** When and where an attempt ran. */
export interface PageSpan {
  readonly status: string;
  /** In milliseconds from the start of the run. */
  readonly from: number;
  readonly durationMs: number;
  readonly worker: number;
  readonly slot: number;
}

/** A chunk: its tests, by id. */
export type PageChunk = Readonly<Record<string, PageEntry>>;

/** A test in a chunk. */
export type PageEntry = PageDetail | PageRecord;

/** A test whose details are made when it is opened. */
export interface PageRecord {
  readonly record: TestRecord;
  /** The ids of the scenarios that it refers to, by name. */
  readonly links?: Readonly<Record<string, string | undefined>> | undefined;
  readonly neededBy?: readonly PageNeed[] | undefined;
}

/** The rest of a test. */
export interface PageDetail {
  readonly description?: string | undefined;
  /** `file:line:column`. */
  readonly location?: string | undefined;
  readonly reason?: string | undefined;
  readonly isByHand: boolean;
  readonly needs: readonly PageNeed[];
  readonly neededBy: readonly PageNeed[];
  readonly expectedData?: string | undefined;
  readonly attempts: readonly PageAttempt[];
  /** Why the record could not be shown, if a merged journal is invalid. */
  readonly problem?: string | undefined;
}

/** Another scenario. */
export interface PageNeed {
  readonly name: string;
  /** Absent if it isn't part of the run. */
  readonly id?: string | undefined;
}

/** An attempt of a test. */
export interface PageAttempt {
  readonly status: string;
  readonly hints: readonly string[];
  readonly error?: { readonly code: string; readonly message: string } | undefined;
  /** An earlier scenario that failed with the same cause. */
  readonly sameCause?: PageNeed | undefined;
  readonly appEnd?: string | undefined;
  readonly checks: readonly PageCheck[];
  /** How many more checks there are. */
  readonly checksLeftOut: number;
  readonly output: readonly string[];
  /** The attempts of a repeated request. */
  readonly tries?: string | undefined;
  readonly exchanges: readonly PageExchange[];
  readonly workflow?: PageWorkflow | undefined;
  readonly given: readonly (PageNeed & { readonly value: unknown })[];
  readonly log?: string | undefined;
  /** Only in a run that judges its checks. */
  readonly strength?: PageStrength | undefined;
  readonly failures: readonly { readonly message: string; readonly location?: string | undefined }[];
}

/** Which broken responses a scenario would accept. */
export interface PageStrength {
  /** `77 % (7 of 9) broken responses noticed`. */
  readonly summary: string;
  readonly accepts: readonly string[];
  /** What to add to `assertThat`, as code; may be empty. */
  readonly checks: string;
  /** What to add to the scenario, as code; may be empty. */
  readonly fields: string;
  /** `data.message: gone, null`. */
  readonly unchecked: readonly string[];
}

/** A check of the response. */
export interface PageCheck {
  /** `''` is the whole response. */
  readonly path: string;
  readonly passed: boolean;
  /** `expected`, `received` and others. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly difference?: string | undefined;
  readonly location?: string | undefined;
  /** The keys of the place in the body that it refers to. */
  readonly at?: readonly string[] | undefined;
  /** The key that is missing at the place. */
  readonly missing?: string | undefined;
}

/** A request and its response. */
export interface PageExchange {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: unknown;
  readonly response?: PageResponse | undefined;
  readonly error?: string | undefined;
  /** How many times it was sent, if more than once. */
  readonly attempts?: number | undefined;
  readonly curl: string;
}

/** A response. */
export interface PageResponse {
  readonly status: number;
  /** `401 Unauthorized`. */
  readonly statusText: string;
  readonly durationMs: number;
  readonly size?: number | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: unknown;
  /** Why the body isn't shown. */
  readonly bodyNote?: string | undefined;
}

/** A workflow that a scenario waited for. */
export interface PageWorkflow {
  readonly workflowId: string;
  readonly runId: string;
  readonly awaited: readonly string[];
  readonly ending: string;
  readonly states: readonly { readonly status: string; readonly afterMs: number }[];
  readonly durationMs: number;
  readonly polls: number;
  readonly result?: unknown;
  /** What the server reports, and why the wait failed. */
  readonly notes: readonly string[];
}
