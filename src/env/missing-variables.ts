type Environment = Readonly<Record<string, string | undefined>>;

/** Those of `names` that are not set, or set to nothing: CI systems hand secrets that are not set over so. */
export function missingVariables(names: readonly string[], environment: Environment = process.env): string[] {
  return [...new Set(names)].filter((name) => (environment[name] ?? '').trim() === '');
}
