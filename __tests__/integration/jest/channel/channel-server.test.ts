import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { ChannelServer, type ConnectionHandler } from '../../../../src/jest/channel/channel-server';
import { until } from '../../../support/scripted-app';

type Connect = () => ConnectionHandler;

let received: unknown[];
let disconnected: string[];
let server: ChannelServer;
let sockets: Socket[];

beforeEach(async () => {
  [received, disconnected, sockets] = [[], [], []];
  const handler = (kind: string) => (): ConnectionHandler => ({
    receive: (message) => void received.push(message),
    disconnected: () => disconnected.push(kind),
  });
  const [workflow, secrets, notice] = ['workflow', 'secrets', 'notice'].map(handler) as [Connect, Connect, Connect];
  server = await ChannelServer.open({ workflow, secrets, notice });
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

function open(): Socket {
  const socket = connect(server.address.port, '127.0.0.1').on('error', () => undefined);
  sockets.push(socket);
  return socket;
}

/** Sends lines, and returns the acknowledgements that come until `last`. */
async function acknowledged(lines: readonly string[], last: string): Promise<string[]> {
  const socket = open();
  const acknowledgements: string[] = [];
  socket.write(lines.map((line) => `${line}\n`).join(''));
  for await (const line of createInterface({ input: socket })) {
    acknowledgements.push(line);
    if (line === last) break;
  }
  return acknowledgements;
}

const closed = (socket: Socket) => new Promise((resolve) => socket.on('close', resolve).resume());

test('messages are handled by their kind, in order, and acknowledged by their ID', async () => {
  const messages = [
    { kind: 'secrets', id: 1 },
    { kind: 'workflow', id: 2 },
    { kind: 'secrets', id: 3 },
  ];
  const lines = [server.address.token, ...messages.map((message) => JSON.stringify(message))];
  expect(await acknowledged(lines, '3')).toEqual(['1', '2', '3']);
  expect(received).toEqual(messages);
});

test.each([
  ['no JSON', 'nonsense'],
  ['half a message', '{"kind":"secrets","id":1'],
  ['an empty line', ''],
  ['a number', '5'],
  ['null', 'null'],
  ['a list', '[{"kind":"secrets","id":1}]'],
  ['no kind', '{"id":1}'],
  ['an unknown kind', '{"kind":"other","id":1}'],
  ['the name of a method as its kind', '{"kind":"constructor","id":1}'],
  ['a kind that is no string', '{"kind":["secrets"],"id":1}'],
])('a message that is %s is dropped, and the next one is handled', async (_what, line) => {
  const next = '{"kind":"workflow","id":2}';
  expect(await acknowledged([server.address.token, line, next], '2')).toEqual(['2']);
  expect(received).toEqual([JSON.parse(next)]);
});

test.each([
  ['without a token', []],
  ['with another token', ['another']],
  ['with an empty token', ['']],
])('a connection %s is closed, and nothing of it is handled', async (_what, lines) => {
  const socket = open();
  socket.write([...lines, '{"kind":"secrets","id":1}', ''].join('\n'));
  await closed(socket);
  expect(received).toEqual([]);
});

test('the end of one connection is reported to each of its handlers, once', async () => {
  open().write(`${server.address.token}\n`);
  const socket = open();
  socket.write(`${server.address.token}\n{"kind":"secrets","id":1}\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  socket.resetAndDestroy();
  await until(() => disconnected.length >= 3);
  expect(disconnected).toEqual(['workflow', 'secrets', 'notice']);
});
