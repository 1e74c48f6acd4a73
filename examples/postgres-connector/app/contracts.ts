import { type Credentials, fromPairs, normalizeCredentials } from './credentials';
import { AppError } from './errors';
import { FieldReader } from './field-reader';
import type { JsonObject } from './json-body';

/** The input of `/auth`. */
export interface AuthInput {
  readonly credentials: Credentials;
  readonly timeoutSeconds: number;
}

/** The input of `/check`. */
export interface PreflightInput extends AuthInput {
  readonly metadata: JsonObject;
  readonly checksToRun: readonly string[];
}

/** The input of `/metadata`. */
export interface MetadataInput extends AuthInput {
  readonly template: string;
  readonly objectFilter: string;
  readonly maxObjects: number;
}

/** Reads the body of `/auth`. */
export function readAuthInput(body: JsonObject): AuthInput {
  const { reader, input } = readCommon(body, 30);
  reader.finish();
  return input;
}

/** Reads the body of `/check`; `metadata` and `connection_config` are interchangeable. */
export function readPreflightInput(body: JsonObject): PreflightInput {
  const { reader, input } = readCommon(body, 60);
  const settings = reader.object('connection_config');
  const metadata = body.metadata === undefined ? settings : reader.object('metadata');
  const checksToRun = reader.texts('checks_to_run');
  reader.finish();
  return { ...input, metadata, checksToRun };
}

/** Reads the body of `/metadata`. */
export function readMetadataInput(body: JsonObject): MetadataInput {
  const { reader, input } = readCommon(body, 120);
  const template = reader.text('metadata_template_key') || reader.text('type');
  const objectFilter = reader.text('object_filter');
  const maxObjects = reader.count('max_objects', 1000);
  reader.finish();
  return { ...input, template, objectFilter, maxObjects };
}

function readCommon(body: JsonObject, defaultTimeout: number): { reader: FieldReader; input: AuthInput } {
  const reader = new FieldReader(normalizeCredentials(body));
  const pairs = reader.pairs('credentials');
  const entrypoint = reader.text('entrypoint');
  if (entrypoint !== '' && !/^[a-zA-Z][a-zA-Z0-9_-]*$/.test(entrypoint)) {
    throw new AppError(400, 'INVALID_INPUT', 'Invalid entrypoint name');
  }
  const timeoutSeconds = reader.count('timeout_seconds', defaultTimeout);
  return { reader, input: { credentials: fromPairs(pairs.filter(Boolean)), timeoutSeconds } };
}
