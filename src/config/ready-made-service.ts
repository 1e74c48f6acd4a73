import { findProgram } from '../env/find-program';
import { ConnectorTestError } from '../errors';
import { text } from '../validation/field-rules';
import { describeGiven, formatProblems, type Problem } from '../validation/problems';
import { type FieldRule, isRecord, type Shape, shapeProblems } from '../validation/shape';
import { SERVICE_SHAPE } from './services-problems';

const texts: FieldRule = {
  expected: 'a list of strings',
  accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  example: "['--log-level', 'debug']",
};

/** A port, with the same rule as a service's port. */
export const port = SERVICE_SHAPE['port'] as FieldRule;

/** The options that all ready-made entries share. */
export const READY_MADE_SHAPE: Shape = { path: { ...text, example: "'/opt/bin/temporal'" }, arguments: texts };

/** Throws `INVALID_OPTIONS` with all problems in the options of a ready-made entry. */
export function requireReadyMadeOptions(
  where: string,
  options: unknown,
  { shape, problems = () => [] }: { readonly shape: Shape; problems?(options: Record<string, unknown>): Problem[] },
): void {
  const found = isRecord(options)
    ? [...shapeProblems(options, shape, where), ...problems(options)]
    : [{ where, expected: 'an object of options', received: describeGiven(options) }];
  if (found.length === 0) return;
  throw new ConnectorTestError('INVALID_OPTIONS', {
    what: `Invalid options for ${where}.`,
    why: formatProblems(found),
    fix: 'correct the problems above in the Jest config.',
  });
}

/** The program of a ready-made entry, and the hint for when it is missing. */
export function programOf(
  name: Parameters<typeof findProgram>[0],
  { where, path, install }: { readonly where: string; readonly path: string | undefined; readonly install: string },
): { readonly file: string; readonly installHint: string } {
  if (path !== undefined) return { file: path, installHint: `correct the option \`path\` of ${where}, or ${install}` };
  const { file, variable } = findProgram(name);
  if (variable === undefined) return { file, installHint: install };
  return { file, installHint: `correct the environment variable ${variable}, or ${install}` };
}
