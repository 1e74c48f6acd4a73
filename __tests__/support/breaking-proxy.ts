import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fields = Record<string, unknown>;

/** What is changed in the responses of a path: the body, and possibly the status. */
interface Break {
  readonly path: RegExp;
  readonly change: (body: Fields) => Fields;
  readonly status?: number;
}

/** The five ways in which a connector is broken on purpose. */
const BREAKS = {
  'every preflight check fails, and success is true': { path: /\/check$/, change: withFailedChecks },
  'a workflow fails after its start': {
    path: /\/status\//,
    change: (body) => ({ ...body, data: { ...(body['data'] as Fields), status: 'FAILED' } }),
  },
  'metadata are empty': { path: /\/metadata$/, change: (body) => ({ ...body, data: [] }) },
  'a wrong password is accepted': {
    path: /\/auth$/,
    status: 200,
    change: (body) => ({ ...body, success: true, data: { ...(body['data'] as Fields), status: 'success' } }),
  },
  'a field is renamed': {
    path: /\/metadata$/,
    change: (body) => JSON.parse(JSON.stringify(body).replaceAll('"TABLE_SCHEMA"', '"SCHEMA_NAME"')) as Fields,
  },
} satisfies Record<string, Break>;

/** A way in which a connector is broken. */
type Breakage = keyof typeof BREAKS;
const BREAKAGES = Object.keys(BREAKS) as Breakage[];

/** The recorded scenario that notices it. */
const NOTICED_BY: Readonly<Record<Breakage, string>> = {
  'every preflight check fails, and success is true': 'preflight_ready',
  'a workflow fails after its start': 'workflow_completes',
  'metadata are empty': 'metadata_listed',
  'a wrong password is accepted': 'auth_wrong_credentials',
  'a field is renamed': 'metadata_listed',
};

/** A server in front of an app, which breaks it in one way. */
async function startBreakingProxy(target: string, broken: Break): Promise<{ url: string; close: () => void }> {
  const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = 'GET', url = '/' } = request;
    const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) };
    const received = await fetch(target + url, { method, ...body, headers: { 'content-type': 'application/json' } });
    const text = await received.text();
    const isBroken = broken.path.test(url);
    response.writeHead(isBroken ? (broken.status ?? received.status) : received.status, {
      'content-type': received.headers.get('content-type') ?? '',
    });
    response.end(isBroken ? JSON.stringify(broken.change(JSON.parse(text) as Fields)) : text);
  };
  const server = createServer((request, response) => {
    forward(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A test that runs the exported `recorded` of a module once per way in which the app at `target` is broken. */
export async function brokenTest(module: string, target: string): Promise<{ text: string; close: () => void }> {
  const proxies = await Promise.all(BREAKAGES.map((how) => startBreakingProxy(target, BREAKS[how])));
  const servers = BREAKAGES.map((how, index) => [how, proxies[index]?.url]);
  const text = `const { describeConnector } = require('jest-connector');
const { recorded } = require('${module}');
for (const [how, serverHost] of ${JSON.stringify(servers)}) describeConnector(how, recorded, { serverHost });
`;
  return { text, close: () => proxies.forEach((proxy) => proxy.close()) };
}

/** The tests of such a file that must fail. */
export const MUST_FAIL = BREAKAGES.map((how) => `${how} ${NOTICED_BY[how]}`);

/** Wherever a check says that it passed. */
function withFailedChecks(body: Fields): Fields {
  const { success, ...rest } = body;
  const text = JSON.stringify(rest).replace(/"(passed|success)":true/g, '"$1":false');
  return { success, ...(JSON.parse(text) as Fields) };
}
