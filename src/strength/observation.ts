import type { ResponseHeaders } from '../api-response';
import { responseSubject, type Subject } from '../assertions/subject';
import type { Json } from '../json/json';

/** What a scenario saw: its response, and how its workflow ended. A mutant is a changed copy. */
export interface Observation {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: unknown;
  readonly size?: number | undefined;
  readonly durationMs: number;
  /** Of a workflow that was started: its final status. If the scenario didn't wait for it, it is assumed to complete. */
  readonly end?: string | undefined;
  /** The value of `$workflow`, if the scenario waited. */
  readonly workflow?: Readonly<Record<string, unknown>> | undefined;
  /** Set if the workflow wrote no records. */
  readonly isOutputEmpty?: true | undefined;
}

/** A changed copy of what a scenario saw. */
export interface Mutant {
  /** What is wrong in it, as a phrase: `every preflight check failed`. */
  readonly what: string;
  /** The path of the change, as in `assertThat`. */
  readonly path: string;
  readonly observation: Observation;
}

/** What checks evaluate. */
export function subjectOf({ workflow, ...observed }: Observation): Subject {
  const { status, headers, size, durationMs, body } = observed;
  const response = { status, headers, durationMs, body: body as Json, ...(size !== undefined && { size }) };
  return responseSubject(response, workflow === undefined ? {} : { $workflow: workflow });
}
