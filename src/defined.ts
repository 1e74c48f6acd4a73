type Optional<Fields> = { [Key in keyof Fields]: undefined extends Fields[Key] ? Key : never }[keyof Fields];

/** The type of fields without those that are `undefined`. */
export type Defined<Fields> = Omit<Fields, Optional<Fields>> & {
  [Key in Optional<Fields>]?: Exclude<Fields[Key], undefined>;
};

/** Removes fields that are `undefined`: many types and comparisons distinguish them from missing ones. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const made: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    const value = (fields as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined) made[name] = value;
  }
  return made as Defined<Fields>;
}
