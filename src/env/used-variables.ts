type Environment = Readonly<Record<string, string | undefined>>;

/** A shorter value occurs in too many strings by chance. */
const DISTINCTIVE_LENGTH = 4;

/** Whether a value that isn't empty is a string, or a part of it that isn't there by chance. */
export function occursIn(value: string, text: string): boolean {
  return text === value || (value.length >= DISTINCTIVE_LENGTH && text.includes(value));
}

/** Those of `names` whose values occur in `value`, at any depth, as a string or as part of one. */
export function usedVariables(
  names: readonly string[],
  value: unknown,
  environment: Environment = process.env,
): string[] {
  const texts = textsIn(value);
  return names.filter((name) => {
    const { [name]: own } = environment;
    if (own === undefined || own === '') return false;
    return texts.some((text) => occursIn(own, text));
  });
}

/** All strings in a value, at any depth. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
