import { basename, join } from 'node:path';
import { namesIn } from '../../../src/service/names-in';

test('lists a folder', () => {
  expect(namesIn(__dirname)).toContain(basename(__filename));
});

test.each([
  ['a folder that does not exist', join(__dirname, 'missing')],
  ['a file', __filename],
])('%s has no names', (_what, path) => {
  expect(namesIn(path)).toEqual([]);
});
