import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDotenv } from '../../../../src/env/dotenv';
import { enterProject } from '../../../../src/jest/setup/enter-project';
import { beginProject, forgetRun, publishRunState, runHandle } from '../../../../src/service/run/run-state';

const ONE = { connector: { timeout: 1_000 } };
const TWO = { connector: { timeout: 2_000 } };
const environment = { ...process.env };
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'enter-project-'));
  for (const [name, text] of Object.entries({ one: 'NAME=one', two: 'NAME=two\nOTHER=two' })) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, '.env'), text.replace(/^/gm, 'ENTER_PROJECT_'));
  }
});
afterEach(() => {
  forgetRun();
  process.env = { ...environment };
  rmSync(root, { recursive: true });
});

/** As global setup does, one project after the other. */
function setUp(name: string, globals: object, port: string): void {
  const project = beginProject(join(root, name), globals);
  project.fromFiles.push(...loadDotenv(join(root, name)).names);
  project.provided['ENTER_PROJECT_PORT'] = port;
  publishRunState(runHandle(), project);
}

const seen = () => ['NAME', 'OTHER', 'PORT'].map((name) => process.env[`ENTER_PROJECT_${name}`]);

test('a test file has the variables of its own project, and none of its neighbour’s files', () => {
  setUp('one', ONE, '1');
  setUp('two', TWO, '2');
  enterProject({ globals: TWO });
  expect(seen()).toEqual(['two', 'two', '2']);
  enterProject({ globals: ONE });
  expect(seen()).toEqual(['one', undefined, '1']);
});

test('a file that was changed between two runs of watch mode counts as it is now', () => {
  setUp('one', ONE, '1');
  writeFileSync(join(root, 'one/.env'), 'ENTER_PROJECT_NAME=changed');
  setUp('one', ONE, '1');
  expect(seen()).toEqual(['changed', undefined, '1']);
});

test('where no setup ran, .env is read all the same', () => {
  writeFileSync(join(root, 'package.json'), '{}');
  enterProject({ globals: ONE, testPath: join(root, 'one/a.test.js') });
  expect(seen()).toEqual(['one', undefined, undefined]);
});
