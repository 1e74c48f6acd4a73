import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureTemporaryFolder, makeTemporaryFolder } from '../../../../src/service/logs/temporary-folder';

const real = jest.requireActual<typeof import('node:os')>('node:os').tmpdir();
let mockFolder: string;
jest.mock('node:os', () => ({ ...jest.requireActual('node:os'), tmpdir: () => mockFolder }));

beforeEach(() => {
  mockFolder = mkdtempSync(join(real, 'temporary-folder-'));
});
afterEach(() => rmSync(mockFolder, { recursive: true, force: true }));

test('a folder of its own is made, and one that is there is kept', () => {
  const made = makeTemporaryFolder('mine-');
  expect(made.startsWith(join(mockFolder, 'mine-'))).toBe(true);
  ensureTemporaryFolder(made);
  expect(existsSync(made)).toBe(true);
});

test('where none can be made, it is said what to do', () => {
  rmSync(mockFolder, { recursive: true });
  writeFileSync(mockFolder, 'a file');
  const error = expect.objectContaining({
    code: 'INVALID_CONFIGURATION',
    what: `Cannot create a folder in the system's temp directory, ${mockFolder}.`,
    fix: expect.stringContaining('TMPDIR'),
  });
  expect(() => makeTemporaryFolder('mine-')).toThrow(error);
  expect(() => ensureTemporaryFolder(join(mockFolder, 'mine'))).toThrow(error);
});
