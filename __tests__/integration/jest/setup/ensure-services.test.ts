import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectorConfig } from '../../../../src/config/options';
import { ensureServices } from '../../../../src/jest/setup/ensure-services';
import { beginProject, runHandle } from '../../../../src/service/run/run-state';
import { CompiledSources } from '../../../support/compiled-sources';
import { unwrapped } from '../../../support/unwrapped';

const mockSources = new CompiledSources();
jest.mock('../../../../src/service/process/guardian-file', () => ({
  guardianFile: () => mockSources.file('src/service/process/guardian'),
}));
afterAll(() => mockSources.remove());

let mockTemporary: string | undefined;
jest.mock('node:os', () => {
  const os = jest.requireActual<typeof import('node:os')>('node:os');
  return { ...os, tmpdir: () => mockTemporary ?? os.tmpdir() };
});

let folder: string;
let otherServer: Server;
let port: number;

const { CI } = process.env;

beforeEach(async () => {
  process.env['CI'] = '';
  folder = mkdtempSync(join(tmpdir(), 'ensure-services-'));
  otherServer = createServer((_request, response) => response.writeHead(503).end());
  await new Promise<void>((resolve) => void otherServer.listen(0, '127.0.0.1', resolve));
  port = (otherServer.address() as AddressInfo).port;
});
afterEach(() => {
  if (CI === undefined) delete process.env['CI'];
  else process.env['CI'] = CI;
  otherServer.close();
  rmSync(folder, { recursive: true });
});

/** A configuration whose first service would leave a file. */
function ensure(app: Partial<ConnectorConfig['app']>, services: ConnectorConfig['services'] = {}): Promise<void> {
  const first = { command: 'touch started', ready: { exit: true } } as const;
  return ensureAll({ services: { first, ...services }, app: { command: 'sleep 1', port, ...app } });
}

function ensureAll(config: ConnectorConfig): Promise<void> {
  const app = config.app && { config: config.app };
  const run = beginProject(folder, { connector: config });
  return ensureServices({ config, app, rootDir: folder, project: folder, run });
}

test.each<[string, () => Promise<void>, RegExp]>([
  ['not healthy', () => ensure({}), /it isn't a healthy app: GET http:\/\/127.*\/server\/health returned 503/],
  ['not to be used', () => ensure({ reuseExisting: false }), /globals\.connector\.app\.reuseExisting is false/],
  ['at a further port', () => ensure({ port: 'auto', ports: { grpc: port }, reuseExisting: false }), /reuseExisting/],
  [
    'at a service’s port, and cannot be told',
    () => ensure({ port: 'auto' }, { db: { command: 'sleep 1', port, ready: { log: 'ready' } } }),
    /it is impossible to tell from outside whether this is the service "db"/,
  ],
])('before anything starts, a stranger is found who is %s', async (_who, start, why) => {
  await expect(start()).rejects.toMatchObject({ code: 'PORT_IN_USE', why: expect.stringMatching(why) });
  expect(existsSync(join(folder, 'started'))).toBe(false);
});

test('on Windows nothing is started, and one error says what to do instead', async () => {
  const platform = Object.getOwnPropertyDescriptor(process, 'platform')!;
  Object.defineProperty(process, 'platform', { ...platform, value: 'win32' });
  try {
    await expect(ensure({})).rejects.toMatchObject({
      code: 'PLATFORM_NOT_SUPPORTED',
      fix: expect.stringContaining('start it yourself, remove globals.connector.services.first'),
    });
  } finally {
    Object.defineProperty(process, 'platform', platform);
  }
  expect(existsSync(join(folder, 'started'))).toBe(false);
});

describe('a temporary folder of its own', () => {
  const files = { 'a.txt': 'in ${folder}' };
  beforeEach(() => {
    mockTemporary = folder;
  });
  afterEach(() => {
    mockTemporary = undefined;
  });
  const folders = () => readdirSync(folder).filter((name) => name.startsWith('jest-connector-files-'));

  test('goes where the start is refused', async () => {
    const db = { command: 'touch started', cwd: 'nowhere', ready: { exit: true }, files } as const;
    await expect(ensureAll({ services: { db } })).rejects.toThrow('nowhere');
    expect(folders()).toEqual([]);
  });

  test('stays, for what it provides, as long as this process uses what was there already', async () => {
    const exit = jest.spyOn(process, 'once').mockReturnThis();
    const notice = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    otherServer.removeAllListeners('request').on('request', (_request, response) => response.end());
    await ensureAll({ app: { command: 'touch started', port, reuseExisting: true, files } });
    const [own = ''] = folders();
    expect(readFileSync(join(folder, own, 'a.txt'), 'utf8')).toBe(`in ${join(folder, own)}`);

    for (const [event, listener] of exit.mock.calls) if (event === 'exit') (listener as () => void)();
    expect(folders()).toEqual([]);
    for (const spy of [exit, notice]) spy.mockRestore();
  });
});

describe('a port that another program takes before the service listens there', () => {
  const taken: Server[] = [];
  const written: string[] = [];
  beforeEach(() => {
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(written.push(String(text))));
    otherServer.removeAllListeners('request').on('request', ({ url = '' }, response) => {
      const stranger = createServer((_request, healthy) => healthy.end()).listen(Number(url.slice(1)), '127.0.0.1');
      taken.push(stranger.once('listening', () => response.end()));
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const stranger of taken.splice(0)) stranger.close();
    for (const service of runHandle().services.values()) await service.stop();
    runHandle().services.clear();
    written.length = 0;
  });

  /** An app that lets `tries` of its ports be taken, and then does `end`. */
  function losing(tries: number, end: string): readonly string[] {
    const script = `
      const { appendFileSync, readFileSync } = require('node:fs');
      const http = require('node:http');
      appendFileSync('tries', '.');
      const listen = () => http.createServer((_request, response) => response.end()).listen(process.argv[1], '127.0.0.1');
      if (readFileSync('tries').length > ${tries}) listen();
      else http.get('http://127.0.0.1:${port}/' + process.argv[1], () => { ${end} });`;
    return ['node', '-e', script, '${port}'];
  }
  const tries = (): string => readFileSync(join(folder, 'tries'), 'utf8');

  test.each([
    ['exits because of it', 'listen();'],
    ['goes on, and another program is healthy there', 'setInterval(() => {}, 1_000);'],
  ])('is replaced if the app %s', async (_what, end) => {
    await ensureAll({ app: { command: losing(1, end), port: 'auto' } });
    expect(tries()).toBe('..');
    expect(unwrapped(written.join(''))).toContain(
      'another program took a port that was picked for the app; starting it with another.',
    );
    expect([...runHandle().services.values()].map(({ isAdopted }) => isAdopted)).toEqual([false]);
  });

  test('is an error if it is taken time after time', async () => {
    const started = ensureAll({ app: { command: losing(9, 'setInterval(() => {}, 1_000);'), port: 'auto' } });
    await expect(started).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      what: expect.stringContaining('3 picked ports in a row were taken'),
      fix: 'run it again, or set globals.connector.app.port to a port that no other program uses.',
    });
    expect(tries()).toBe('...');
  });

  test('is not blamed if the app exits for another reason', async () => {
    const started = ensureAll({ app: { command: ['sh', '-c', 'echo x >> tries; exit 1'], port: 'auto' } });
    await expect(started).rejects.toMatchObject({ code: 'SERVICE_EXITED' });
    expect(tries()).toBe('x\n');
  });
});
