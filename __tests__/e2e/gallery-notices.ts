import { installPackage } from './installed-project';
import { type JestRun, runJest } from './run-jest';

/** A mistake that is explained by a line of the run, not by a failure. */
export interface NoticedMistake {
  readonly heading: string;
  /** The Jest config that shows it. */
  readonly config: string;
  readonly output: string;
  readonly project: string;
}

const APP = { command: ['node', 'app.js'], port: 'auto', env: { PORT: '${port}' } };
const LOGIN = `require('jest-connector').describeConnector('login', [
  { name: 'auth_valid', api: 'auth', args: {}, assertThat: { success: true } },
  { name: 'slow', api: 'slow', args: {}, assertThat: { success: true } },
]);
`;
const configOf = (connector: object): string =>
  `module.exports = { preset: 'jest-connector', globals: { connector: ${JSON.stringify(connector)} } };`;

/** Runs each of them. */
export async function noticedMistakes(): Promise<NoticedMistake[]> {
  return [await withoutPreset(), await writingApp()];
}

async function withoutPreset(): Promise<NoticedMistake> {
  const config = 'module.exports = {};';
  const { run, project } = await runOf({ 'jest.config.js': config, 'login.test.js': LOGIN });
  return { heading: 'A project without the preset', config, project, output: from(await run, 'jest-connector:', 5) };
}

async function writingApp(): Promise<NoticedMistake> {
  const command = ['node', '-e', "fs.mkdirSync('local'); require('./app')"];
  const config = configOf({ app: { ...APP, command } });
  const { run, project } = await runOf({ 'jest.config.js': config, 'login.test.js': LOGIN }, ['-t', 'auth_valid']);
  const output = from(await run, 'jest-connector: new in', 3);
  return { heading: 'An app that writes into the project', config, project, output };
}

async function runOf(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<{ readonly run: Promise<JestRun>; readonly project: string }> {
  const project = (await installPackage()).project('first-hour', files);
  const env = { CONNECTOR_SERVER_HOST: undefined, FORCE_COLOR: '0' };
  return { project, run: runJest(project, args, { env }) };
}

/** So many lines of what was printed, from the one that begins so. */
function from({ stderr }: JestRun, beginning: string, count: number): string {
  const lines = stderr.split('\n');
  const first = lines.findIndex((line) => line.startsWith(beginning));
  if (first < 0) throw new Error(`No line begins with "${beginning}":\n${stderr}`);
  return lines.slice(first, first + count).join('\n');
}
