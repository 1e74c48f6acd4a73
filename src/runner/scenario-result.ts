import type { ResponseHeaders } from '../api-response';
import type { CheckOutcome } from '../assertions/outcome';
import type { Json } from '../json/json';

/** The request, as it was sent. */
export interface RequestRecord {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON that was sent, or the string that was sent as it is. */
  readonly body?: Json;
  /** The size of a body that isn't text, in bytes; `body` is absent then. */
  readonly binarySize?: number;
}

/** The response. */
export interface ResponseRecord {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: Json;
  /** The size of the decompressed body in bytes. */
  readonly size?: number;
  readonly durationMs: number;
}

/** A request of a test written by hand, and what became of it. */
export interface ExchangeRecord {
  readonly request: RequestRecord;
  readonly response?: ResponseRecord | undefined;
  readonly error?: ErrorRecord | undefined;
  /** In milliseconds since 1970. */
  readonly sentAt?: number | undefined;
  /** How many times it was sent, if more than once. */
  readonly attempts?: number | undefined;
}

/** Why a scenario failed before its checks, as plain data. */
export interface ErrorRecord {
  /** One of the codes in docs/reference/errors.md, or `UNKNOWN` for any other error. */
  readonly code: string;
  readonly message: string;
  /** Why it failed, if an error of this package contains a reason; it is part of the message. */
  readonly why?: string | undefined;
  /** The stack line of the failed place in the user's code, if known. */
  readonly location?: string | undefined;
}

/** A status of a workflow. */
export interface WorkflowState {
  /** The server's name for it, such as `RUNNING`. */
  readonly status: string;
  /** The time from the start response until it was first received, in milliseconds. */
  readonly afterMs: number;
}

/** The record of a workflow that a scenario waited for. */
export interface WorkflowRecord {
  readonly workflowId: string;
  readonly runId: string;
  /** The awaited statuses. */
  readonly awaited: readonly string[];
  /** Why the wait ended: a final status was reached, the time was over, or the status could not be read. */
  readonly ending: 'final' | 'timeout' | 'lost';
  /** The statuses, in order. */
  readonly states: readonly WorkflowState[];
  /** How many times the server was polled. */
  readonly polls: number;
  /** The time from the start response to the end of the wait, in milliseconds. */
  readonly durationMs: number;
  /** The problem of the last poll, if it received no status. */
  readonly why?: string | undefined;
  /** The workflow's result. */
  readonly result?: Json;
  /** Why the workflow failed, as reported by the server. */
  readonly error?: string | undefined;
  /** Why neither the result nor the error is known. */
  readonly unread?: string | undefined;
  /** The outcome of stopping it, if it may still have been running; completes "the workflow …". */
  readonly stopped?: string | undefined;
}

/** An attempt of a repeated scenario, or several consecutive equal ones. */
export interface AttemptRecord {
  /** The time from the first attempt to this one (the first of several), in milliseconds. */
  readonly afterMs: number;
  readonly times: number;
  /** The status of the response, if there was one. */
  readonly status?: number | undefined;
  /** The error code, if there was no response. */
  readonly error?: string | undefined;
  /** The values at the paths whose checks failed. */
  readonly seen: Readonly<Record<string, Json>>;
}

/** Facts about the app that was started for the run which may explain a failure. */
export interface AppRecord {
  /** The path of its log. */
  readonly log: string;
  /** Whether its port differs in each run. */
  readonly hasTemporaryPort: boolean;
  /** Set if its process ended by itself. */
  readonly ended?: AppEnd | undefined;
  /** The range in `serverLog` of the request's traceback: its first line, and the line after its last. */
  readonly traceback?: readonly [from: number, to: number] | undefined;
  /** How many other scenarios of the block ran meanwhile, whose lines may be among those of `serverLog`. */
  readonly othersRan?: number | undefined;
}

/** How and when the app's process ended. */
export interface AppEnd {
  /** Completes "the app …", such as `exited with code 1`. */
  readonly how: string;
  /** Whether the process ended during the scenario. */
  readonly duringScenario: boolean;
}

/** What an earlier failure of the block already reported. */
export interface SameCause {
  readonly scenario: string;
  /** Whether it sent the same request. */
  readonly sameRequest: boolean;
}

/** The result of a scenario: plain JSON, plus bigints for integers that a number can't represent. */
export interface ScenarioResult {
  readonly name: string;
  readonly api: string;
  readonly description?: string | undefined;
  readonly success: boolean;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** The time from resolving the arguments to the last check, in milliseconds. */
  readonly durationMs: number;
  /** How many times the request was sent; 0 if nothing was sent. */
  readonly attempts: number;
  /** The last attempts, if there were several. */
  readonly tries?: readonly AttemptRecord[] | undefined;
  readonly request?: RequestRecord | undefined;
  readonly response?: ResponseRecord | undefined;
  readonly outcomes: readonly CheckOutcome[];
  readonly error?: ErrorRecord | undefined;
  /** The workflow that the scenario waited for. */
  readonly workflow?: WorkflowRecord | undefined;
  /** The reports on the workflow's output, one per failed check of it. */
  readonly output?: readonly string[] | undefined;
  /** The server's log lines since the scenario's first request. */
  readonly serverLog?: readonly string[] | undefined;
  /** The app, if it was started for the run and the scenario failed. */
  readonly app?: AppRecord | undefined;
  /** Other possible causes, such as a variable that isn't set; one or two sentences each. */
  readonly notes?: readonly string[] | undefined;
  /** The scenario of the block that failed earlier with the same cause. */
  readonly sameCause?: SameCause | undefined;
  /** The values from other scenarios that this one received, by scenario name. */
  readonly given?: Readonly<Record<string, Json>> | undefined;
}
