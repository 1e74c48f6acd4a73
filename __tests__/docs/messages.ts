import { markdownFiles } from '../../scripts/docs/pages';
import { Document } from '../support/document';
import { messageFragments, unknownWords } from '../support/message-fragments';
import { recordedResponses } from '../support/recorded-responses';

/** Of Jest and Node. */
const OF_OTHERS =
  /SyntaxError|ReferenceError|unexpected token|test suite must contain|does not provide an export|ES Module|ESM syntax/;

const fragments = messageFragments();
const pages = markdownFiles().filter((path) => /^docs\/(?:guides|reference)\//.test(path));

/** The italic phrases of a page: they quote messages. */
function quotedMessages(path: string): string[] {
  const prose = new Document(path).text.replace(/^```[^]*?^```$/gm, '');
  return [...prose.matchAll(/(?<![\w*`])_([^_`\n](?:[^_\n]|_(?=\w))*)_(?!\w)/g)]
    .map((match) => match[1]!)
    .filter((message) => /\s\S+\s/.test(message) && !OF_OTHERS.test(message));
}

test('the messages that the documentation quotes are those of the sources', () => {
  const quoted = pages.flatMap((path) => quotedMessages(path).map((message) => [path, message] as const));
  expect(quoted.length).toBeGreaterThan(60);
  // A third of the words may be names, or single words between values.
  const outdated = quoted.filter(
    ([, message]) => unknownWords(message, fragments).length > Math.max(2, message.split(' ').length / 3),
  );
  expect(outdated.map((each) => each.join(': '))).toEqual([]);
});

test('a message that the sources do not have is found', () => {
  expect(unknownWords('The vault was closed by somebody else', fragments).length).toBeGreaterThan(3);
});

test('the failure that the README shows has the layout of the sample failures', () => {
  const [picture] = new Document('README.md').samples();
  const labels = [...picture!.code.matchAll(/^ +([A-Z][a-z]+(?: [a-z]+)*)(?: \(.*\))?:$/gm)].map((match) => match[1]!);
  expect(labels.length).toBeGreaterThan(2);
  const failures = new Document('docs/failures.md').text;
  expect(labels.filter((label) => !new RegExp(`^ +${label}(?: \\(.*\\))?:$`, 'm').test(failures))).toEqual([]);
});

test('the responses that the reference shows were recorded from a server', () => {
  const samples = new Document('docs/reference/apis.md').samples().filter(({ language }) => language === 'json');
  const recorded = ['auth wrong password', 'metadata'].map(
    (label) => recordedResponses.find((each) => each.label === label)?.response.body,
  );
  expect(samples.map(({ code }) => JSON.parse(code) as unknown)).toEqual(recorded);
});
