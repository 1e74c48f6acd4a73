import type { ResponseHeaders } from '../api-response';
import type { CheckOutcome } from '../assertions/outcome';
import type { Json } from '../json/json';

/** What was sent. */
export interface RequestRecord {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Json;
}

/** What came back. */
export interface ResponseRecord {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: Json;
  /** The size of the decompressed body in bytes. */
  readonly size?: number;
  readonly durationMs: number;
}

/** Why a scenario failed before its checks, as plain data. */
export interface ErrorRecord {
  /** One of the codes in docs/reference/errors.md, or `UNKNOWN` for any other error. */
  readonly code: string;
  readonly message: string;
  /** Why it failed, where an error of this package says so; it is part of the message. */
  readonly why?: string | undefined;
  /** The stack line of the place in the user's code that failed, where one is known. */
  readonly location?: string | undefined;
}

/** A state in which a workflow was seen. */
export interface WorkflowState {
  /** As the server names it, such as `RUNNING`. */
  readonly status: string;
  /** From the start's answer until it was first seen, in milliseconds. */
  readonly afterMs: number;
}

/** What was seen of a workflow that a scenario waited for. */
export interface WorkflowRecord {
  readonly workflowId: string;
  readonly runId: string;
  /** The states that were waited for. */
  readonly awaited: readonly string[];
  /** Why the wait ended: in a final state, because the time was over, or because the state could not be known. */
  readonly ending: 'final' | 'timeout' | 'lost';
  /** Each state that was seen, in order. */
  readonly states: readonly WorkflowState[];
  /** How often the server was asked. */
  readonly polls: number;
  /** From the start's answer to the end of the wait, in milliseconds. */
  readonly durationMs: number;
  /** What the last poll met, when it saw no state. */
  readonly why?: string | undefined;
  /** What it returned. */
  readonly result?: Json;
  /** Why it failed, in the server's words. */
  readonly error?: string | undefined;
  /** Why neither is known. */
  readonly unread?: string | undefined;
  /** What came of stopping it, when it may still have been running; completes "the workflow …". */
  readonly stopped?: string | undefined;
}

/** An attempt of a scenario that was repeated, or several in a row that saw the same. */
export interface AttemptRecord {
  /** From the first attempt to the (first) one, in milliseconds. */
  readonly afterMs: number;
  readonly times: number;
  /** The answer's, if there was one. */
  readonly status?: number | undefined;
  /** The code of the error, if there was no answer. */
  readonly error?: string | undefined;
  /** What stood at the paths whose checks failed. */
  readonly seen: Readonly<Record<string, Json>>;
}

/** The app that was started for the run, as far as it may explain a failure. */
export interface AppRecord {
  /** Where its log is. */
  readonly log: string;
  /** Whether its port is another in each run. */
  readonly hasTemporaryPort: boolean;
  /** Its process ended, though nobody stopped it. */
  readonly ended?: AppEnd | undefined;
  /** The lines of `serverLog` with the traceback that belongs to the request: the first, and the one after the last. */
  readonly traceback?: readonly [from: number, to: number] | undefined;
  /** How many other scenarios of the block ran meanwhile, whose lines may be among those of `serverLog`. */
  readonly othersRan?: number | undefined;
}

/** How and when the app's process ended. */
export interface AppEnd {
  /** Completes "the app …", such as `exited with code 1`. */
  readonly how: string;
  /** Whether the scenario ran already. */
  readonly duringScenario: boolean;
}

/** What an earlier failure of the block has reported already. */
export interface SameCause {
  readonly scenario: string;
  /** Whether it sent the same. */
  readonly sameRequest: boolean;
}

/** How a scenario ended: plain JSON, but for bigints, which stand for integers that a number cannot hold. */
export interface ScenarioResult {
  readonly name: string;
  readonly api: string;
  readonly description?: string | undefined;
  readonly success: boolean;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** From the resolving of the arguments to the last check, in milliseconds. */
  readonly durationMs: number;
  /** How often the request was made; 0 when nothing was sent. */
  readonly attempts: number;
  /** The last attempts, when there were several. */
  readonly tries?: readonly AttemptRecord[] | undefined;
  readonly request?: RequestRecord | undefined;
  readonly response?: ResponseRecord | undefined;
  readonly outcomes: readonly CheckOutcome[];
  readonly error?: ErrorRecord | undefined;
  /** The workflow that was waited for. */
  readonly workflow?: WorkflowRecord | undefined;
  /** What differs in what the workflow wrote, a text for each thing that was asked of it. */
  readonly output?: readonly string[] | undefined;
  /** What the server wrote into its log since the scenario's first request, a line each. */
  readonly serverLog?: readonly string[] | undefined;
  /** The app, if it was started for the run and the scenario has failed. */
  readonly app?: AppRecord | undefined;
  /** What else may be why it failed, such as a variable that is not set; a sentence or two each. */
  readonly notes?: readonly string[] | undefined;
  /** The scenario of the block that failed before it for the same cause. */
  readonly sameCause?: SameCause | undefined;
  /** What other scenarios gave to this one, by their names. */
  readonly given?: Readonly<Record<string, Json>> | undefined;
}
