/** Creates the content of a generated part. */
export type Part = () => string;

const PART = /^(<!-- generated:([\w-]+) -->\n)[^]*?^(<!-- \/generated -->)/gm;

/** The page with each part between `<!-- generated:name -->` and `<!-- /generated -->` regenerated. */
export function fillPage(page: string, parts: Readonly<Record<string, Part>>): string {
  const begun = page.match(/^<!-- generated:/gm)?.length ?? 0;
  let filled = 0;
  const text = page.replace(PART, (_all, open: string, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`There is no generated part "${name}".`);
    filled += 1;
    return `${open}\n${part().trim()}\n\n<!-- /generated -->`;
  });
  if (filled !== begun) throw new Error(`${begun - filled} generated parts have no end: <!-- /generated -->.`);
  return text;
}

/** The names of the parts of a page. */
export function partNames(page: string): string[] {
  return [...page.matchAll(PART)].map((match) => match[2] as string);
}
