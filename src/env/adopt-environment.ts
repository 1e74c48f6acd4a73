/** Sets the variables that another process found, such as those that a Jest config sets; none is removed. */
export function adoptEnvironment(variables: Readonly<Record<string, string>>): void {
  Object.assign(process.env, variables);
}

/** The environment of this process. */
export function currentEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
