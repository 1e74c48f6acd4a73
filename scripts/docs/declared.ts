import { Declarations, type Declared } from './declarations';

/** Shared by all parts, so that the sources are read only once. */
export const declarations = new Declarations();

/** The declared members with these names, in the order of the names. */
export function membersNamed(names: readonly string[], ...types: readonly (readonly [path: string, type: string])[]) {
  const all = new Map(
    types.flatMap(([path, type]) => declarations.membersOf(path, type)).map((each) => [each.name, each]),
  );
  return names.map((name): Declared => {
    const found = all.get(name);
    if (found === undefined) throw new Error(`No type declares ${name}.`);
    return found;
  });
}
