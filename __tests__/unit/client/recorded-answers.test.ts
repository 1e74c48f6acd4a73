import { createClient } from '../../../src/client/client';
import { type AppServer, startAppServer } from '../../support/app-server';

interface Recorded {
  readonly label: string;
  readonly request: { readonly method: 'GET' | 'POST'; readonly path: string };
  readonly response: { status: number; contentType: string; body?: unknown; text?: string };
}

const full = require('../../support/recorded/app-server-3.51.0-full.json') as Recorded[];
const handlerOnly = require('../../support/recorded/app-server-3.51.0-handler-only.json') as Recorded[];

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

// What a real server answered, byte shapes and all, must come back as it was.
describe.each([
  ['with all infrastructure', full],
  ['handler only', handlerOnly],
])('a real server, %s', (_name, recorded) => {
  it.each(recorded)('$label', async ({ request, response }) => {
    const { method, path } = request;
    const raw = response.text ?? JSON.stringify(response.body);
    server.answer(`${method} ${path.split('?')[0]}`, {
      status: response.status,
      headers: { 'content-type': response.contentType },
      raw,
    });
    const client = createClient({ serverHost: server.url, apis: { recorded: { method, path } } });

    const answer = await client.call('recorded' as never);

    expect(answer).toMatchObject({ status: response.status, headers: { 'content-type': response.contentType } });
    expect(answer.body).toStrictEqual(response.text ?? response.body);
  });
});
