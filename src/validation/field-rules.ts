import { type FieldRule, isRecord, isText, type Shape } from './shape';

/** setTimeout uses a signed 32-bit number; a longer timeout would fire at once. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

const isMilliseconds = (value: unknown): boolean => typeof value === 'number' && value > 0 && value <= LONGEST_TIMEOUT;

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

const isTextRecord = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((item) => typeof item === 'string');

/** Whether `value` is an `http:` or `https:` URL without a query or a fragment, because paths are appended to it. */
export function isHttpUrl(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\/[^?#]+$/i.test(value) && URL.canParse(value);
}

export const milliseconds: FieldRule = {
  expected: 'a number of milliseconds greater than 0 and at most 2,147,483,647',
  accepts: isMilliseconds,
  example: '30_000',
};

export const boolean: FieldRule = { expected: 'true or false', accepts: isBoolean };

export const text: FieldRule = { expected: 'a non-empty string', accepts: isText };

/** How many scenarios run at the same time. */
export const concurrency: FieldRule = {
  expected: 'a whole number from 1, or true',
  accepts: (value) => value === true || (Number.isSafeInteger(value) && Number(value) >= 1),
  example: '8',
};

/** As HTTP allows it. */
export const headerName: FieldRule = {
  expected: 'the name of a header',
  accepts: (value) => typeof value === 'string' && /^[!#$%&'*+.^_`|~\w-]+$/.test(value),
  example: "'X-Request-ID'",
};

export const httpUrl: FieldRule = {
  expected: 'a URL that starts with http:// or https:// and has no query',
  accepts: isHttpUrl,
  example: "'http://127.0.0.1:8000'",
};

export const urlPath: FieldRule = {
  expected: 'a path that starts with a slash',
  accepts: (value) => isText(value) && value.startsWith('/'),
  example: "'/server/health'",
};

export const textRecord: FieldRule = {
  expected: 'an object with string values',
  accepts: isTextRecord,
  example: "{ 'x-tenant': 'test' }",
};

export const callback: FieldRule = {
  expected: 'a function',
  accepts: (value) => typeof value === 'function',
};

export const axiosInstance: FieldRule = {
  expected: 'an axios instance',
  accepts: (value) => typeof value === 'function' && 'interceptors' in value,
  example: 'axios.create()',
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** The method of a custom API. */
export const apiMethod: FieldRule = {
  expected: `one of ${METHODS.join(', ')}`,
  accepts: (value) => METHODS.includes(value as string),
  required: true,
};

/** Whether `value` can be sent as it is. `instanceof` fails for bytes of a test's realm. */
export function isRawBody(value: unknown): boolean {
  return typeof value === 'string' || Object.prototype.toString.call(value) === '[object Uint8Array]';
}

/** A body that is sent as it is. */
export const rawBody: FieldRule = {
  expected: 'a string, or bytes such as a Buffer',
  accepts: isRawBody,
  example: `'{"credentials": '`,
};

export const record: FieldRule = { expected: 'an object', accepts: isRecord };

/** Whether `value` is allowed as a header or query value. */
export const isTextValue = (value: unknown): boolean =>
  ['string', 'number', 'bigint', 'boolean'].includes(typeof value);

/** The options for reaching a server, shared by the config, blocks and clients. */
export const SERVER_SHAPE: Shape = {
  serverHost: httpUrl,
  workflowEndpoint: { ...urlPath, example: "'/start'" },
  timeout: milliseconds,
  apis: {
    expected: 'an object of APIs by name',
    accepts: isRecord,
    example: "{ search: { method: 'GET', path: '/search' } }",
  },
  healthPath: urlPath,
};
