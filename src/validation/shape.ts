import { describeGiven, nearestName, type Problem } from './problems';
import { renamedFromPython, withoutCounterpart } from './python-fields';

/** The rule for a field's value. */
export interface FieldRule {
  /** Completes "expected …". */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  readonly example?: string;
  readonly required?: boolean;
}

/** The fields of an object, by name. */
export type Shape = Readonly<Record<string, FieldRule>>;

/** The problems in the fields of `value`: unknown, missing and invalid fields. */
export function shapeProblems(value: object, shape: Shape, where: string): Problem[] {
  if (fits(value as Record<string, unknown>, shape)) return [];
  const unknown = Object.keys(value).filter((field) => !Object.hasOwn(shape, field));
  const problems: Problem[] = unknown.map((field) => unknownField(field, shape, where));
  const meant = problems.map(({ didYouMean }) => didYouMean);
  for (const [field, rule] of Object.entries(shape)) {
    const given = (value as Record<string, unknown>)[field];
    if (!Object.hasOwn(value, field) && meant.includes(field)) continue;
    if (given === undefined ? !rule.required : rule.accepts(given)) continue;
    const received = given === undefined && !Object.hasOwn(value, field) ? 'nothing' : describeGiven(given);
    problems.push({ where, field, expected: rule.expected, received, example: rule.example });
  }
  return problems;
}

/**
 * Returns a copy in which misspelled fields have their probable names, so that later checks don't report mere
 * consequences of the misspelling. Returns the object itself if nothing is misspelled.
 */
export function asMeant(value: Record<string, unknown>, shape: Shape): Record<string, unknown> {
  if (Object.keys(value).every((field) => Object.hasOwn(shape, field))) return value;
  const free = Object.keys(shape).filter((field) => !Object.hasOwn(value, field));
  const renamed = Object.entries(value).map(([field, item]) => {
    const meant = Object.hasOwn(shape, field) ? field : fieldMeant(field, shape);
    return [meant !== undefined && free.includes(meant) ? meant : field, item] as const;
  });
  return Object.fromEntries(renamed);
}

/** Fast check for the usual case, because it runs for each scenario and each call. */
function fits(value: Readonly<Record<string, unknown>>, shape: Shape): boolean {
  for (const field of Object.keys(value)) {
    if (!Object.hasOwn(shape, field)) return false;
  }
  for (const field in shape) {
    const { accepts, required } = shape[field] as FieldRule;
    const given = value[field];
    if (given === undefined ? required : !accepts(given)) return false;
  }
  return true;
}

function unknownField(field: string, shape: Shape, where: string): Problem {
  const didYouMean = fieldMeant(field, shape);
  const known = withoutCounterpart(field) ?? `one of ${Object.keys(shape).join(', ')}`;
  const expected = didYouMean === undefined ? known : 'a known field';
  return { where, field, expected, received: `the unknown field "${field}"`, didYouMean };
}

/** The field that an unknown field was probably meant to be. */
export function fieldMeant(field: string, shape: Shape): string | undefined {
  const known = Object.keys(shape);
  return renamedFromPython(field, known) ?? nearestName(field, known);
}

/** Whether `value` is an object with named fields: not an array, a function or null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `value` is a string that isn't blank. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
