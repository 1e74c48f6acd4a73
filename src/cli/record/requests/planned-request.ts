import type { ApiDefinitions } from '../../../apis/api-definition';
import { apiRequest, isBuiltInApi } from '../../../apis/apis';
import { reads } from '../../../apis/reads';
import { isRecord } from '../../../validation/shape';
import { type ArgsTree } from './args-tree';

/** A request that is recorded as a scenario. */
export interface PlannedRequest {
  readonly api: string;
  /** The name of the scenario. */
  readonly name: string;
  readonly args: ArgsTree;
  /** Whether it only reads, so that it may be sent twice. */
  readonly isRead: boolean;
  /** Whether the app must refuse it. */
  readonly isRefusal: boolean;
  /** The scenario that must have run. */
  readonly needs?: string;
  /** The request without whose scenario this one would prove nothing. */
  readonly onlyAfter?: string;
  /** Scenarios with the same lock never run at the same time. */
  readonly lock?: string;
  /** Set if its scenario exists already, so that it is sent but not written: others depend on its outcome. */
  readonly isProbe?: true;
  /** The configuration that it must return, if that was written before. */
  readonly payload?: unknown;
}

/** Whether the request of an API with these arguments only reads. */
export function onlyReads(api: string, args: unknown, apis: ApiDefinitions): boolean {
  if (api === 'config') return !(isRecord(args) && ('configPayload' in args || args['configAction'] === 'update'));
  const definition = Object.hasOwn(apis, api) ? apis[api] : undefined;
  const method = isBuiltInApi(api) ? apiRequest(api, { args: {} }).method : (definition?.method ?? 'POST');
  return reads({ api, method, definition });
}

/** Whether an API takes credentials. */
export function takesCredentials(api: string): boolean {
  return isBuiltInApi(api) && api !== 'config';
}
