import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { noticedMistakes } from './gallery-notices';
import { installPackage } from './installed-project';
import { runJest } from './run-jest';

jest.setTimeout(120_000);

const DOCUMENT = join(__dirname, '../../docs/failures.md');
const FIXTURE = join(__dirname, 'fixtures/gallery');

const tables = Array.from({ length: 400 }, (_, index) => ({
  name: index === 273 ? '' : `orders_${index}`,
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'created_at', type: 'timestamp' },
    { name: 'customer', type: 'integer' },
  ],
}));
const PROXY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body><h1>nginx</h1></body></html>';

/** What a person sees when the app does not start: the Jest config, and how the app is. */
const STARTS = [
  ['app-that-ends', 'The app ends at once', { command: ['node', '-e', 'throw new Error("no licence key")'] }],
  ['command-not-found', 'The command is not there', { command: ['pyhton', 'main.py'] }],
  ['misspelt-field', 'A misspelt field of the app', { command: ['node', 'app.js', '${port}'], prot: 'auto' }],
  ['port-taken', 'Another program has the port', { command: ['node', 'app.js'], reuseExisting: false }],
] as const;

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
  server.respond('GET /tables', { json: { tables } });
  server.respond('POST /proxied', { status: 502, headers: { 'content-type': 'text/html' }, raw: PROXY_PAGE });
  server.respond('POST /broken', {
    headers: { 'content-type': 'application/json' },
    raw: '{"success": true, "data": {',
  });
  server.respond('POST /slow', { delay: 2_000, json: { success: true } });
  server.respond('POST /dropped', { fault: 'reset' });
  server.respond('POST /workflows/v1/start', ({ query }) =>
    query['strict'] ? { status: 500, json: { detail: 'Failed to start workflow' } } : undefined,
  );
});
afterAll(() => server.close());

/** What changes from run to run. */
function masked(text: string, project: string): string {
  return (
    text
      .replaceAll(project, '/home/me/my-connector')
      .replace(/(?<=127\.0\.0\.1:)\d{4,5}/g, '8000')
      .replace(
        /(?<=(?:The whole|Full) log: ).*(?=\/)/g,
        '/tmp/jest-connector-1000/jest-connector-run-2026-01-01T00-00-00-000Z-a1b2c3',
      )
      .replace(/(?<=lsof -i :)\d+/g, '8000')
      .replace(/(?<=\bin )\d+ ms\b/g, '12 ms')
      .replace(/(?<=\b(?:RUNNING|FAILED) after )\d+ ms\b/g, '12 ms')
      .replace(/\brun-\d+\b(?!-)/g, 'run-1')
      // The files run side by side: which of them is given which is chance.
      .replace(/\b0{24}\d{8}\b/g, '00000000000000000000000000000001')
      .replace(/(?<=ran for )[\d,]+ ms\b/g, '85 ms')
      .replace(/(?<=after )30\d ms\b/g, '302 ms')
      .replace(/Node\.js v[\d.]+/g, 'Node.js v22')
      .replace(/ \(\d+(?:\.\d+)? (?:m?s)\)$/gm, '')
      .replace(/^.*ExperimentalWarning.*\n/gm, '')
      .trim()
  );
}

/** The part of Jest's output about each file that failed. */
function failuresOf(stderr: string): Record<string, string> {
  const parts = stderr.split(/^FAIL (?=\S)/m).slice(1);
  const end = /\n(?:PASS |Test Suites: |Summary of all)/;
  return Object.fromEntries(
    parts.map((part) => {
      const [file = ''] = /^\S+/.exec(part) ?? [];
      return [file.replace(/^.*\//, ''), part.slice(part.indexOf('\n')).split(end)[0] ?? ''];
    }),
  );
}

function title(file: string): string {
  const words = file.replace(/^\d+-|\.test\.ts$/g, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function sectionOf(number: number, heading: string, source: string, output: string): string {
  return `## ${number}. ${heading}\n\n${source}\n\n\`\`\`text\n${output}\n\`\`\`\n`;
}

async function scenarioFailures(project: string): Promise<string[]> {
  const run = await runJest(project, ['-w', '2', '--ci', '--verbose=false'], {
    env: { CONNECTOR_SERVER_HOST: server.url, FORCE_COLOR: '0' },
  });
  expect(run.json?.numPassedTests).toBe(0);
  const failures = Object.entries(failuresOf(run.stderr)).sort(([left], [right]) => (left < right ? -1 : 1));
  const sections = failures.map(([file, text], index) => {
    const source = readFileSync(join(FIXTURE, file), 'utf8').trim();
    return sectionOf(index + 1, title(file), `\`\`\`ts\n${source}\n\`\`\``, masked(text, project));
  });
  const end = run.stderr.slice(run.stderr.lastIndexOf('Failed scenarios:'));
  const note = 'The last that such a run prints is a line per failed scenario.';
  return [...sections, sectionOf(sections.length + 1, 'The end of the run', note, masked(end, project))];
}

async function noMatch(number: number): Promise<string> {
  const project = (await installPackage()).project('gallery');
  const env = { CONNECTOR_SERVER_HOST: server.url, FORCE_COLOR: '0', CI: '1' };
  const run = await runJest(project, ['02', '-t', 'auth_vaild'], { env });
  expect(run.exitCode).toBe(1);
  const end = run.stderr.slice(run.stderr.lastIndexOf('ConnectorTestError'));
  return sectionOf(number, 'A -t that matches nothing', '`CI=1 npx jest -t auth_vaild`', masked(end, project));
}

async function startFailures(first: number): Promise<string[]> {
  const otherServer = createServer((_request, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => void otherServer.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(otherServer.address() as AddressInfo).port}`;
  const sections: string[] = [];
  try {
    for (const [index, [name, heading, app]] of STARTS.entries()) {
      const config = { app: { ...app, ...(name === 'port-taken' ? { url } : {}) } };
      const text = `module.exports = { preset: 'jest-connector', globals: { connector: ${JSON.stringify(config)} } };`;
      const project = (await installPackage()).project('gallery', { 'jest.config.js': text });
      const run = await runJest(project, ['02'], { env: { CONNECTOR_SERVER_HOST: '', FORCE_COLOR: '0' } });
      expect(run.exitCode).not.toBe(0);
      const source = `\`\`\`js\n${text.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:8000')}\n\`\`\``;
      sections.push(sectionOf(first + index, heading, source, masked(run.stderr, project)));
    }
    return sections;
  } finally {
    otherServer.close();
  }
}

/** `npm run gallery` writes the page; otherwise it must be what a run shows. */
test('docs/failures.md shows what a person sees today', async () => {
  const project = (await installPackage()).project('gallery', {
    '.env': 'MY_DB_USER=test_user\nMY_DB_PASSWORD=test_pass\nMY_CUT_PASSWORD=te#st\n',
  });
  const scenarios = await scenarioFailures(project);
  const starts = await startFailures(scenarios.length + 1);
  const intro =
    '# What failures look like\n\nMade by `npm run gallery`: each file below was run with Jest 30, and this is what it printed. Ports, times and paths are made even.\n';
  const unmatched = await noMatch(scenarios.length + starts.length + 1);
  const notices = (await noticedMistakes()).map(({ heading, config, output, project: folder }, index) =>
    sectionOf(
      scenarios.length + starts.length + 2 + index,
      heading,
      `\`\`\`js\n${config}\n\`\`\``,
      masked(output, folder),
    ),
  );
  const page = [intro, ...scenarios, ...starts, unmatched, ...notices].join('\n');

  if (process.env['GALLERY'] === 'write') writeFileSync(DOCUMENT, page);
  expect(existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : 'nothing: run `npm run gallery`').toBe(page);
  expect(scenarios.length + starts.length).toBeGreaterThanOrEqual(20);
  // No stack line of ours.
  expect(page).not.toContain('jest-connector/dist');
});
