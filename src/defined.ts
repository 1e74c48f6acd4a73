type Optional<Fields> = { [Key in keyof Fields]: undefined extends Fields[Key] ? Key : never }[keyof Fields];

/** Fields of which those that were undefined are left out. */
export type Defined<Fields> = Omit<Fields, Optional<Fields>> & {
  [Key in Optional<Fields>]?: Exclude<Fields[Key], undefined>;
};

/** Without the fields that are undefined: many types, and JSON that is compared, know the difference. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) made[name] = value;
  }
  return made as Defined<Fields>;
}
