import type { LearntSecret } from '../../redaction/text/known-secrets';
import type { ServerAccess } from '../server/server-access';

/** A workflow that a worker waits for, and how to reach its server. */
export interface AwaitedWorkflow extends ServerAccess {
  readonly workflowId: string;
  readonly runId: string;
}

/** A worker waits for a workflow or, without `started`, no longer waits for it. */
export interface WorkflowMessage {
  readonly kind: 'workflow';
  /** Identifies the wait among those of the same connection. */
  readonly key: number;
  readonly started?: AwaitedWorkflow;
}

/** A worker is about to send these secrets. */
export interface SecretsMessage {
  readonly kind: 'secrets';
  readonly secrets: readonly LearntSecret[];
}

/** A worker reports a line to print once per run. */
export interface NoticeMessage {
  readonly kind: 'notice';
  readonly line: string;
}

/** The messages that workers send to the main process. */
export type ChannelMessage = WorkflowMessage | SecretsMessage | NoticeMessage;
