import { isAbsolute } from 'node:path';
import { type FieldRule, isRecord, isText } from '../validation/shape';

/** Names that a shell can set, except our own: `provides: { CONNECTOR_RUN }` would override it. */
const VARIABLE = /^(?!CONNECTOR_(?:RUN|SERVICE)$)[A-Za-z_][A-Za-z0-9_]*$/;

export const isVariableRecord = (value: unknown): boolean =>
  isRecord(value) && Object.entries(value).every(([name, text]) => VARIABLE.test(name) && typeof text === 'string');
export const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
export const isCommand = (value: unknown): boolean => isText(value) || (isTexts(value) && value.length > 0);
export const isPathRecord = (value: unknown): boolean =>
  isRecord(value) && Object.entries(value).every(([path, text]) => isInside(path) && typeof text === 'string');
export const isPort = (value: unknown): boolean =>
  value === 'auto' || (Number.isInteger(value) && Number(value) > 0 && Number(value) < 65_536);

export const port: FieldRule = { expected: "a port from 1 to 65535, or 'auto'", accepts: isPort, example: "'auto'" };
export const variables: FieldRule = {
  expected: 'an object with names of environment variables as keys and strings as values',
  accepts: isVariableRecord,
  example: "{ MY_DB_PORT: '${port}' }",
};
export const texts: FieldRule = { expected: 'a list of strings', accepts: isTexts };

function isInside(path: string): boolean {
  return path !== '' && !isAbsolute(path) && !path.split(/[\\/]/).includes('..');
}
