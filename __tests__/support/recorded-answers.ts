import full from './recorded/app-server-3.51.0-full.json';

/** A request that was sent to a real server, and its answer. */
export interface RecordedExchange {
  readonly label: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly body?: unknown;
    readonly rawBody?: string;
  };
  readonly response: {
    readonly status: number;
    readonly contentType: string;
    readonly body?: unknown;
    readonly text?: string;
  };
}

/** What the published SDK server 3.51.0 answered, with Temporal and Dapr behind it. */
export const recordedAnswers = full as readonly RecordedExchange[];
