import type { CheckOutcome } from '../assertions/outcome';
import type { Json } from '../json';

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
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly durationMs: number;
}

/** Why a scenario failed before its checks, as plain data. */
export interface ErrorRecord {
  /** One of the codes of the README, or `UNKNOWN` for an error that is not ours. */
  readonly code: string;
  readonly message: string;
  /** The stack line of the place in the user's code that failed, where one is known. */
  readonly location?: string | undefined;
}

/** How a scenario ended: plain JSON. */
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
  readonly request?: RequestRecord | undefined;
  readonly response?: ResponseRecord | undefined;
  readonly outcomes: readonly CheckOutcome[];
  readonly error?: ErrorRecord | undefined;
  /** What differs in what the workflow wrote, a text for each thing that was asked of it. */
  readonly output?: readonly string[] | undefined;
  /** What the server wrote into its log while the scenario ran, a line each. */
  readonly serverLog?: readonly string[] | undefined;
  /** What other scenarios gave to this one, by their names. */
  readonly given?: Readonly<Record<string, Json>> | undefined;
}
