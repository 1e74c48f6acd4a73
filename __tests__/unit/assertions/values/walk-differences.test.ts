import { type DifferenceReader, walkDifferences } from '../../../../src/assertions/values/walk-differences';

/** The places that a walk visits, structures with a trailing slash. */
function visited(received: unknown, expected: unknown, reader: Partial<DifferenceReader> = {}): string[] {
  const places: string[] = [];
  const isContainer = (value: unknown): boolean => typeof value === 'object' && value !== null;
  walkDifferences(received, expected, {
    isDone: () => false,
    visit: (left, right, path) => {
      const goesOn = isContainer(left) && isContainer(right);
      places.push(`${path.join('.')}${goesOn ? '/' : `=${String(left)}:${String(right)}`}`);
      return goesOn;
    },
    ...reader,
  });
  return places;
}

test('visits the keys of the expected value in their order, then those that only the received one has', () => {
  const received = { extra: 1, b: { c: 2 }, a: 3 };
  expect(visited(received, { a: 3, b: { c: 4, d: 5 } })).toEqual([
    '/',
    'a=3:3',
    'b/',
    'b.c=2:4',
    'b.d=undefined:5',
    'extra=1:undefined',
  ]);
});

test('does not take what is inherited for a part', () => {
  expect(visited({}, { toString: 1 })).toEqual(['/', 'toString=undefined:1']);
  expect(visited({ toString: 1 }, {})).toEqual(['/', 'toString=1:undefined']);
});

test('ends when enough was found, or when so many parts were visited', () => {
  const list = [1, 2, 3, 4];
  let calls = 0;
  expect(visited(list, list, { isDone: () => (calls += 1) > 2 })).toEqual(['/', '0=1:1', '1=2:2']);
  expect(visited(list, list, { mostParts: 1 })).toEqual(['/', '0=1:1']);
});

test('leaves out what does not count, with all its parts, and reads as it is told', () => {
  const value = { a: { b: 1 }, c: 2 };
  expect(visited(value, value, { counts: ([key]) => key !== 'a', read: () => 'read' })).toEqual(['/', 'c=read:read']);
});
