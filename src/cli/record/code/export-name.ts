/** Words that can't be the name of a constant, or are never a good one. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export exports extends false finally for ' +
    'function if implements import in instanceof interface let module new null package private protected public require return static super ' +
    'switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

const NAME = /^[A-Za-z][\w-]*$/;
const LONGEST = 100;

/** `metadata_of_sales` → `metadataOfSales`; `undefined` if the name can't be that of an export. */
export function exportNameOf(name: string): string | undefined {
  if (!NAME.test(name) || name.length > LONGEST) return undefined;
  const words = name.split(/[_-]+/).filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const exported = joined.charAt(0).toLowerCase() + joined.slice(1);
  return RESERVED.has(exported) ? undefined : exported;
}
