import { findProgram } from '../env/find-program';
import { ConnectorTestError } from '../errors';
import { text } from '../validation/field-rules';
import { describeGiven, formatProblems, type Problem } from '../validation/problems';
import { type FieldRule, isRecord, type Shape, shapeProblems } from '../validation/shape';
import { SERVICE_SHAPE } from './services-problems';

const texts: FieldRule = {
  expected: 'a list of texts',
  accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  example: "['--log-level', 'debug']",
};

/** A port, with the rule of a service's. */
export const port = SERVICE_SHAPE['port'] as FieldRule;

/** What all ready-made entries can be told. */
export const READY_MADE_SHAPE: Shape = { path: { ...text, example: "'/opt/bin/temporal'" }, arguments: texts };

/** Throws `INVALID_OPTIONS`, with everything that is wrong in the options of a ready-made entry. */
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
    what: `The options of ${where} are not right.`,
    why: formatProblems(found),
    fix: 'correct what is listed, in the Jest config.',
  });
}

/** The program of a ready-made entry, and what to say when it is not there. */
export function programOf(
  name: Parameters<typeof findProgram>[0],
  { where, path, install }: { readonly where: string; readonly path: string | undefined; readonly install: string },
): { readonly file: string; readonly installHint: string } {
  if (path !== undefined) return { file: path, installHint: `correct the option \`path\` of ${where}, or ${install}` };
  const { file, variable } = findProgram(name);
  if (variable === undefined) return { file, installHint: install };
  return { file, installHint: `correct the environment variable ${variable}, or ${install}` };
}
