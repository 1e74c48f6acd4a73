import { defined } from '../../src/defined';

test('leaves out what is undefined, and nothing else', () => {
  const fields = { a: undefined, b: null, c: 0, d: '', e: false, f: { g: undefined } };

  expect(Object.entries(defined(fields))).toEqual([
    ['b', null],
    ['c', 0],
    ['d', ''],
    ['e', false],
    ['f', { g: undefined }],
  ]);
});

test('its type knows which fields may be missing', () => {
  const text = (): string | undefined => undefined;
  const made: { readonly always: number; readonly perhaps?: string } = defined({ always: 1, perhaps: text() });

  expect(Object.keys(made)).toEqual(['always']);
});
