import { APIS } from '../apis/apis';
import type { JsonSchema } from '../assertions/schema/json-schema';
import type { Json } from '../json/json';

/** The first field of a contract file. */
export const CONTRACT_FORMAT = 'jest-connector/contract@1';

/** The APIs whose bodies an app may describe in its OpenAPI document, with their paths. */
export const DESCRIBED_PATHS = {
  auth: APIS.auth.path,
  preflight: APIS.preflight.path,
  metadata: APIS.metadata.path,
} as const;

/** One of {@link DESCRIBED_PATHS}. */
export type DescribedApi = keyof typeof DESCRIBED_PATHS;

/** What an app says about the requests that it accepts. */
export interface Contract {
  readonly format: typeof CONTRACT_FORMAT;
  /** The schemas of a workflow's arguments, by entry point; the default entry point is `''`. */
  readonly workflow: Readonly<Record<string, JsonSchema>>;
  /** The schemas of request bodies, from the OpenAPI document. */
  readonly bodies: Readonly<Partial<Record<DescribedApi, JsonSchema>>>;
  /** The app's manifest, if it has one. */
  readonly manifest?: Json;
}

/** The entry points of a contract, without the default one. */
export function entrypointsOf({ workflow }: Pick<Contract, 'workflow'>): string[] {
  return Object.keys(workflow).filter((name) => name !== '');
}
