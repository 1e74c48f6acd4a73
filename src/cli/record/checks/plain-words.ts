const LONGEST = 80;

/** `not_ready`, `Preflight check ready`: words that the app's own code contains. */
const TOKEN = /^[A-Za-z]+(?:[_-][A-Za-z]+)*$/;
const SENTENCE = /^[\p{L}\p{M}]+(?:[ ,][ ]?[\p{L}\p{M}]+)*[.!]?$/u;

/** Whether a string is made of words alone. Digits, names and quotes in it would come from the source, or change. */
export function isPlainWords(text: string): boolean {
  return text.length <= LONGEST && (text === '' || TOKEN.test(text) || SENTENCE.test(text));
}
