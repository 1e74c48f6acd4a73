import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { noteWritten } from '../../../../src/jest/output/written-paths';
import { newFileNotices, watchFolder } from '../../../../src/jest/setup/new-files';

let root: string;
let app: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-files-'));
  app = join(root, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'main.py'), '');
  writeFileSync(join(root, 'package.json'), '{}');
  newFileNotices();
});
afterEach(() => rmSync(root, { recursive: true }));

test('what is new in the folder of a service is named once, with what to do', () => {
  watchFolder(app, root, 'app');
  mkdirSync(join(app, 'local'));
  writeFileSync(join(app, 'state.db'), '');
  expect(newFileNotices()).toEqual([
    expect.stringMatching(
      `^new in ${app} since the app started there: local/, state\\.db\\.\\n  Fix: set cwd: '\\$\\{folder\\}'`,
    ),
  ]);
  expect(newFileNotices()).toEqual([]);
});

test('nothing is said of what this package writes', () => {
  watchFolder(app, root, 'app');
  for (const path of ['reports/junit.xml', 'today/index.html', 'summary.json']) {
    mkdirSync(dirname(join(app, path)), { recursive: true });
    writeFileSync(join(app, path), '');
  }
  for (const path of ['reports/junit.xml', 'today', 'summary.json']) noteWritten(join(app, path));
  writeFileSync(join(app, 'state.db'), '');
  expect(newFileNotices()).toEqual([expect.stringContaining('started there: state.db.\n')]);
});

test('nothing is said of a folder that is no project', () => {
  rmSync(join(root, 'package.json'));
  watchFolder(app, root, 'app');
  mkdirSync(join(app, 'local'));
  expect(newFileNotices()).toEqual([]);
});

test.each(['local', 'local/', '/local/', '**/local', 'local/**', 'lo*'])('a .gitignore with %s is heeded', (line) => {
  for (const folder of [root, app]) {
    writeFileSync(join(folder, '.gitignore'), `# build\n${line}\n`);
    watchFolder(app, root, 'app');
    mkdirSync(join(app, 'local'));
    expect(newFileNotices()).toEqual([]);
    rmSync(join(app, 'local'), { recursive: true });
    rmSync(join(folder, '.gitignore'));
  }
});

test.each(['locale', '!local', 'x/local', '.local'])('a .gitignore with %s does not name local/', (line) => {
  writeFileSync(join(app, '.gitignore'), line);
  watchFolder(app, root, 'app');
  mkdirSync(join(app, 'local'));
  expect(newFileNotices()).toHaveLength(1);
});

test('nothing is said of what was there, of tools, and of folders that are none of the project’s', () => {
  watchFolder(app, root, 'app');
  watchFolder(root, app, 'service "outside"');
  watchFolder(join(root, 'gone'), root, 'service "gone"');
  mkdirSync(join(app, 'coverage'));
  mkdirSync(join(root, 'local'));
  writeFileSync(join(app, 'main.py'), 'changed');
  expect(newFileNotices()).toEqual([]);
});
