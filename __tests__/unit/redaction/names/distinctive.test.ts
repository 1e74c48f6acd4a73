import {
  type Certainty,
  isDistinctive,
  isDistinctiveInAnyCase,
  isVaried,
} from '../../../../src/redaction/names/distinctive';

const ALL: readonly Certainty[] = ['marked', 'named', 'beside'];

/** Each text, and how certain it must be that it is a secret for it to be hidden everywhere. */
test.each<[text: string, ...hidden: Certainty[]]>([
  // Too short, a word of every second message, or where everything runs.
  ['a-1'],
  ['[redacted]'],
  ['redacted'],
  ['PostgreSQL'],
  ['https://127.0.0.1:8000/'],
  ['localhost:5432'],
  // A test of a refused login sends such words.
  ['kitten', 'marked'],
  ['kittens', 'marked'],
  ['kittenss', 'marked', 'named'],
  ['Kitten', 'marked', 'named'],
  ['k1tt3n', 'marked', 'named', 'beside'],
  // Ports and counts, and what consists of blanks.
  ['5432'],
  ['54321'],
  ['543210', 'marked', 'named'],
  ['     '],
  ['            ', 'beside'],
  // Beside a secret: dates and numbers of eight characters, words of twelve, and what is no word.
  ['10.0.0.7', 'marked', 'named', 'beside'],
  ['10.0.0.', 'marked', 'named'],
  ['-1,5:2', 'marked', 'named'],
  ['finance', 'marked'],
  ['Finance', 'marked', 'named'],
  ['FINANCE', 'marked', 'named'],
  ['elevenwords', 'marked', 'named'],
  ['twelvelettrs', 'marked', 'named', 'beside'],
  ['svc_1', 'marked', 'named'],
  ['svc_ro', 'marked', 'named', 'beside'],
  ['FiNance', 'marked', 'named', 'beside'],
  ['Größen', 'marked', 'named'],
  ['Größe1', 'marked', 'named', 'beside'],
])('how certain it must be that %j is a secret', (text, ...hidden) => {
  expect(ALL.filter((certainty) => isDistinctive(text, certainty))).toEqual(hidden);
});

test.each([
  ['Summer', false],
  ['SUMMERS', false],
  ['Summer20', true],
  ['Summertime', true],
  ['s-3ab', false],
  ['S-3abc', true],
  ['PASSWORD', false],
])('%j in any case: %j', (text, expected) => {
  expect(isDistinctiveInAnyCase(text, 'named')).toBe(expected);
});

test.each([
  ['', false],
  ['------', false],
  ['-=-=-=', false],
  ['-=.', true],
  ['aab', false],
  ['aabc', true],
])('the piece %j is varied: %j', (piece, expected) => {
  expect(isVaried(piece)).toBe(expected);
});
