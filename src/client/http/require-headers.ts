import { ConnectorTestError } from '../../errors';

/** What HTTP allows, as `node:http` has it. */
const NAME = /^[!#$%&'*+\-.^`|~\w]+$/;
const NOT_IN_VALUES = /[^\t\x20-\x7e\x80-\xff]/u;

/** Makes sure that HTTP can carry the headers as they are. @throws ConnectorTestError INVALID_ARGS */
export function requireHeaders(headers: Readonly<Record<string, string>>): void {
  const problems = Object.entries(headers).flatMap(([name, value]) => [
    ...nameProblem(name),
    ...valueProblem(name, value),
  ]);
  if (problems.length === 0) return;
  throw new ConnectorTestError('INVALID_ARGS', {
    what: 'The headers hold what HTTP cannot carry, so nothing was sent.',
    why: problems.join('\n'),
    fix: 'trim a value that ends with a line end, and encode other characters, for example with encodeURIComponent.',
  });
}

function nameProblem(name: string): string[] {
  return NAME.test(name)
    ? []
    : [`headers has the name ${JSON.stringify(name)}; a name has letters, digits and hyphens only`];
}

/** The value may be secret, so only the character is shown. */
function valueProblem(name: string, value: string): string[] {
  const found = NOT_IN_VALUES.exec(value);
  if (found === null) return [];
  return [`headers.${name} has ${characterName(found[0])} as character ${found.index + 1} of ${value.length}`];
}

function characterName(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/[\r\n]/.test(character)) return `a line end (${code})`;
  return /\p{Cc}/u.test(character) ? `a control character (${code})` : `a character that is not Latin-1 (${code})`;
}
