import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { framePlace, placeAbove, placeFrame, scenarioPlaces } from '../../../../src/jest/failure/scenario-places';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'places-'));
  file = join(folder, 'scenarios.ts');
  writeFileSync(
    file,
    [
      "const other = { username: 'auth_valid', hostname: 'x' };",
      'export const scenarios = [',
      "  { name: 'auth_valid', api: 'auth' },",
      '  {',
      '    "name" : "it\\\'s \\"quoted\\"",',
      '  }, { name: `third` }, { name: `${made}` },',
      "  { name: 'auth_valid' },",
      '];',
    ].join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test('names are found with line and column, from top to bottom', () => {
  const lines = [...scenarioPlaces(file)].map(([name, places]) => [
    name,
    ...places.map(({ line, column }) => `${line}:${column}`),
  ]);
  expect(lines).toEqual([
    ['auth_valid', '3:5', '7:5'],
    ['it\'s "quoted"', '5:5'],
    ['third', '6:8'],
    ['${made}', '6:27'],
  ]);
});

test('a file that is gone has no names', () => {
  expect(scenarioPlaces(join(folder, 'gone.ts')).size).toBe(0);
});

test('of several scenarios with a name, the one above a check is meant', () => {
  const places = scenarioPlaces(file).get('auth_valid') ?? [];
  const lineAbove = (check: { file: string; line: number } | undefined) =>
    placeAbove(places, check && { ...check, column: 1 })?.line;
  expect([3, 6, 7, 20].map((line) => lineAbove({ file, line }))).toEqual([3, 3, 7, 7]);
  expect([lineAbove(undefined), lineAbove({ file: 'other.ts', line: 20 }), lineAbove({ file, line: 1 })]).toEqual([
    3, 3, 3,
  ]);
});

test.each([
  ['    at Object.<anonymous> (/app/a b.test.ts:3:1)', '/app/a b.test.ts'],
  ['    at /app/a.test.ts:3:1', '/app/a.test.ts'],
  ['    at file:///app/a.test.mts:3:1', '/app/a.test.mts'],
  ['    at async Promise.all (index 0)', undefined],
])('%s leads to %s', (frame, expected) => {
  expect(framePlace(frame)?.file).toBe(expected);
});

test('a frame of a place leads back to it', () => {
  const place = { file: '/app/a.test.ts', line: 3, column: 7 };
  expect(framePlace(placeFrame(place))).toEqual(place);
});
