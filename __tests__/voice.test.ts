import { sourceFindings, voiceFindings } from '../scripts/voice/findings';

test.each([
  'An answer of any status is an answer.',
  'It is loaded, and never overrides what is set, not even what is set to nothing.',
  'Both fail, for nothing was seen.',
  'In both names small letters are capitals.',
  'A list of words, or a text for the shell.',
  'Behind a path stands a predicate.',
  'What is no answer fails the scenario.',
  'It writes a line a scenario.',
  'Which version your project has plays no part.',
  'Somebody changed it.',
  'The server is asked at once.',
])('"%s" is reworded', (sentence) => {
  expect(voiceFindings(sentence)).not.toEqual([]);
});

test.each([
  'Any HTTP response counts, whatever its status; redirects are not followed.',
  'A mask stands for a value that can’t be known.',
  'There is no vault.',
  'A green run would claim that the connector works.',
  'It compares headers, for example.',
  'A flag `what is no answer` and a message _No answer came_ are not prose.',
  '```\nnobody reads an answer\n```',
])('"%s" is fine', (sentence) => {
  expect(voiceFindings(sentence)).toEqual([]);
});

test('a sentence of more than 25 words is found, over several lines too', () => {
  const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
  expect(voiceFindings(`${words(25)}.`)).toEqual([]);
  expect(voiceFindings(`First.\n\n${words(13)}\n${words(13)}.`)).toEqual([expect.stringMatching(/^3: over 25 words/)]);
  expect(voiceFindings(`| ${words(30)} |`)).toEqual([]);
});

test('comments and messages of a source are checked, names and code are not', () => {
  const source = [
    'import answer from "./answer";',
    '/**',
    ' * Nobody knows.',
    ' */',
    "export const answer = `no ${'answer'} came, for it was lost`; // it tells",
    "const text = 'text';",
  ];
  expect(sourceFindings(source.join('\n'))).toEqual([
    expect.stringMatching(/^3: "Nobody"/),
    expect.stringMatching(/^5: "tells"/),
    expect.stringMatching(/^5: ".*for it"/),
  ]);
});
