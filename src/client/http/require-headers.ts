import { ConnectorTestError } from '../../errors';

/** The characters that `node:http` allows. */
const NAME = /^[!#$%&'*+\-.^`|~\w]+$/;
const NOT_IN_VALUES = /[^\t\x20-\x7e\x80-\xff]/u;

/** Makes sure that the headers can be sent unchanged. @throws ConnectorTestError INVALID_ARGS */
export function requireHeaders(headers: Readonly<Record<string, string>>): void {
  const problems = Object.entries(headers).flatMap(([name, value]) => [
    ...nameProblem(name),
    ...valueProblem(name, value),
  ]);
  if (problems.length === 0) return;
  throw new ConnectorTestError('INVALID_ARGS', {
    what: 'Invalid headers; nothing was sent.',
    why: problems.join('\n'),
    fix: 'trim a value that ends with a line break, and encode other characters, for example with encodeURIComponent.',
  });
}

function nameProblem(name: string): string[] {
  return NAME.test(name) ? [] : [`invalid header name ${JSON.stringify(name)}: use only letters, digits and hyphens`];
}

/** The value may be a secret, so only the character is shown. */
function valueProblem(name: string, value: string): string[] {
  const found = NOT_IN_VALUES.exec(value);
  if (found === null) return [];
  return [`headers.${name} has ${characterName(found[0])} as character ${found.index + 1} of ${value.length}`];
}

function characterName(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/[\r\n]/.test(character)) return `a line break (${code})`;
  return /\p{Cc}/u.test(character) ? `a control character (${code})` : `a character that is not Latin-1 (${code})`;
}
