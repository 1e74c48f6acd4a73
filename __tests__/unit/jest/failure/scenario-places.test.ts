import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findScenario, framePlace, placeFrame, scenarioPlaces } from '../../../../src/jest/failure/scenario-places';

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

test('names are found with line and column, the first place of each', () => {
  expect([...scenarioPlaces(file)].map(([name, { line, column }]) => [name, line, column])).toEqual([
    ['auth_valid', 3, 5],
    ['it\'s "quoted"', 5, 5],
    ['third', 6, 8],
    ['${made}', 6, 27],
  ]);
});

test('the first file that has the name wins; a file that is gone has none', () => {
  const files = [join(folder, 'gone.ts'), file];
  expect(findScenario('third', files)).toEqual({ file, line: 6, column: 8 });
  expect(findScenario('fourth', files)).toBeUndefined();
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
