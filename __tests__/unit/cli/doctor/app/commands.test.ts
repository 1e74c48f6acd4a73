import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { commandFindings } from '../../../../../src/cli/doctor/app/commands';
import type { AppConfig } from '../../../../../src/config/service-config';
import { temporaryProject } from '../../../../support/temporary-project';

function findings(app: AppConfig, files: Record<string, string> = {}): readonly (readonly [string, string])[] {
  const folder = temporaryProject(files);
  if ('.venv/bin/python' in files) chmodSync(join(folder, '.venv/bin/python'), 0o755);
  return commandFindings({ app }, folder).map(({ severity, what, fix }) => [
    severity,
    `${what} ${fix ?? ''}`.trim().replaceAll(folder, '<folder>'),
  ]);
}

const found = (program: string) => [['ok', `The command of the app is found: ${program}`]];

test.each([
  ['a program of the PATH', { command: ['node', 'app.js'] }, { 'app.js': '' }, found('node')],
  [
    'a program of the project',
    { command: ['.venv/bin/python'] },
    { '.venv/bin/python': '' },
    found('.venv/bin/python'),
  ],
  ['a line for the shell', { command: 'cd app && ./serve' }, {}, []],
  ['a program in a temporary folder', { command: ['${folder}/serve'] }, {}, []],
])('%s', (_title, app, files, expected) => {
  expect(findings(app, files as Record<string, string>)).toEqual(expected);
});

test.each<[string, AppConfig, string]>([
  [
    'a folder that is missing',
    { command: 'node', cwd: 'server' },
    'The working directory of the app does not exist: <folder>/server correct globals.connector.app.cwd.',
  ],
  [
    'a list with one string',
    { command: ['npm run serve'] },
    "The command of the app is not found: npm run serve write globals.connector.app.command as ['npm', 'run', 'serve'].",
  ],
  [
    'the way to install it',
    { command: ['no-such'], installHint: 'brew install it' },
    'The command of the app is not found: no-such brew install it, or correct globals.connector.app.command.',
  ],
])('%s', (_title, app, text) => {
  expect(findings(app)).toEqual([['problem', text]]);
});

test.each<[string, AppConfig, Record<string, string>, string]>([
  [
    'a file that is missing',
    { command: ['node', 'app.js'], cwd: 'server' },
    { 'server/package.json': '{}' },
    'The command of the app runs app.js, which does not exist in <folder>/server. correct globals.connector.app.command or globals.connector.app.cwd.',
  ],
  [
    'a file that is missing in a temporary folder',
    { command: ['node', '/no/such/app.js'], cwd: '${folder}' },
    {},
    'The command of the app runs /no/such/app.js, which does not exist in /. correct globals.connector.app.command or globals.connector.app.cwd.',
  ],
  [
    'a script that is missing',
    { command: 'npm run serve' },
    { 'package.json': '{ "scripts": { "start": "node" } }' },
    'The command of the app runs the script "serve", which package.json in <folder> does not have. add the script, or correct globals.connector.app.command.',
  ],
  [
    'a program that is not in the project',
    { command: ['./serve'] },
    {},
    'The command of the app is not found: ./serve install it, or correct globals.connector.app.command.',
  ],
])('%s', (_title, app, files, text) => {
  expect(findings(app, files)).toEqual([['problem', text]]);
});

test.each<[string, AppConfig, Record<string, string>]>([
  ['npm run serve', { command: 'npm run serve' }, { 'package.json': '{ "scripts": { "serve": "node" } }' }],
  ['npm start', { command: ['npm', 'start'] }, {}],
  ['a file in a temporary folder', { command: ['node', 'app.js'], cwd: '${folder}' }, {}],
])('%s is found', (_title, app, files) => {
  expect(findings(app, files)).toEqual([['ok', expect.stringContaining('The command of the app is found')]]);
});

test('an interpreter beside a virtual environment is probably the wrong one', () => {
  const before = process.env['VIRTUAL_ENV'];
  delete process.env['VIRTUAL_ENV'];
  const [finding] = findings({ command: ['python3', 'main.py'] }, { '.venv/bin/python': '', 'main.py': '' });
  if (before !== undefined) process.env['VIRTUAL_ENV'] = before;
  expect(finding).toEqual(['warning', expect.stringContaining('runs python3 of the PATH, not that of .venv.')]);
});

test('services are named by their options', () => {
  const services = { db: { command: ['no-such-database'] } };
  expect(commandFindings({ services }, temporaryProject())).toMatchObject([
    {
      what: expect.stringContaining('service "db"'),
      fix: expect.stringContaining('globals.connector.services.db.command'),
    },
  ]);
});
