import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import timers from 'node:timers';
import { ChannelClient, channelClient } from '../../../../src/jest/channel/channel-client';
import type { ChannelMessage } from '../../../../src/jest/channel/channel-message';
import { until } from '../../../support/scripted-app';

const SECRETS: ChannelMessage = { kind: 'secrets', secrets: [] };
let server: Server;
let client: ChannelClient;
/** All lines that each connection sent. */
let lines: string[][];
let sockets: Socket[];
let acknowledges: boolean;

beforeEach(async () => {
  [lines, sockets, acknowledges] = [[], [], true];
  server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new ChannelClient(address('token'));
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
  jest.restoreAllMocks();
});

function address(token: string) {
  return { port: (server.address() as AddressInfo).port, token };
}

function serve(socket: Socket): void {
  const own: string[] = [];
  lines.push(own);
  sockets.push(socket);
  socket.on('error', () => undefined);
  createInterface({ input: socket }).on('line', (line) => {
    own.push(line);
    if (acknowledges && line.startsWith('{')) socket.write(`${(JSON.parse(line) as { id: number }).id}\n`);
  });
}

const open = () => sockets.filter(({ closed }) => !closed).length;
const line = (id: number) => JSON.stringify({ ...SECRETS, id });

test('messages that are sent together share one connection, which closes when all are acknowledged', async () => {
  await Promise.all([client.send(SECRETS), client.send(SECRETS)]);
  expect(lines).toEqual([['token', line(1), line(2)]]);
  await until(() => open() === 0);
});

test('a later message opens a connection again', async () => {
  await client.send(SECRETS);
  await client.send(SECRETS);
  expect(lines).toEqual([
    ['token', line(1)],
    ['token', line(2)],
  ]);
});

test('the end of an earlier connection settles no message of a later one', async () => {
  await client.send(SECRETS);
  acknowledges = false;
  const settled = jest.fn();
  const waiting = client.send(SECRETS).then(settled);
  await until(() => lines[1]?.length === 2 && open() === 1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(settled).not.toHaveBeenCalled();
  sockets[1]?.write('2\n');
  await waiting;
});

test('a connection that is held stays open until the last holder releases it', async () => {
  const releases = [client.hold(), client.hold()];
  await client.send(SECRETS);
  releases[0]?.();
  await client.send(SECRETS);
  expect(lines).toEqual([['token', line(1), line(2)]]);
  expect(open()).toBe(1);
  releases[1]?.();
  await until(() => open() === 0);
});

test('a message waits for its own acknowledgement', async () => {
  acknowledges = false;
  const settled: number[] = [];
  const both = [1, 2].map((id) => client.send(SECRETS).then(() => settled.push(id)));
  await until(() => lines[0]?.length === 3);
  sockets[0]?.write('99\nnonsense\n2\n');
  await both[1];
  expect(settled).toEqual([2]);
  sockets[0]?.write('1\n');
  await both[0];
});

test('a main process that is gone keeps nobody waiting, and the next message tries again', async () => {
  acknowledges = false;
  const waiting = client.send(SECRETS);
  await until(() => lines[0]?.length === 2);
  sockets[0]?.resetAndDestroy();
  await waiting;
  acknowledges = true;
  await client.send(SECRETS);
  expect(lines).toHaveLength(2);
});

test('a main process that does not respond in time keeps nobody waiting, and loses no held connection', async () => {
  acknowledges = false;
  const expire: (() => void)[] = [];
  const { setTimeout } = timers;
  jest.spyOn(timers, 'setTimeout').mockImplementation(((callback: () => void, milliseconds: number) => {
    expect(milliseconds).toBe(2_000);
    expire.push(callback);
    return setTimeout(() => undefined, 0);
  }) as typeof setTimeout);
  const release = client.hold();
  const waiting = client.send(SECRETS);
  await until(() => lines[0]?.length === 2);
  expire[0]?.();
  await waiting;
  expect(open()).toBe(1);
  release();
  await until(() => open() === 0);
});

test('all of a realm share the client of an address', () => {
  const first = channelClient(address('one'));
  expect(channelClient(address('one'))).toBe(first);
  expect(channelClient(address('two'))).not.toBe(first);
});
