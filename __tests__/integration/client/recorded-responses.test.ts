import * as matchers from '../../../matchers';
import type { ApiResponse } from '../../../src/api-response';
import { equals } from '../../../src/assertions';
import { createClient } from '../../../src/client/client';
import { hintsFor } from '../../../src/report/hints/hints';
import { type AppServer, startAppServer } from '../../support/app-server';
import { failedResult } from '../../support/failed-result';
import { type Expectation, EXPECTATIONS } from '../../support/recorded-expectations';
import {
  type RecordedExchange,
  recordedHandlerOnly,
  recordedResponses,
  wireBodies,
} from '../../support/recorded-responses';

expect.extend(matchers);

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

const API_OF: Readonly<Record<string, string>> = {
  ...{ auth: 'auth', check: 'preflight', metadata: 'metadata', config: 'config', start: 'workflow', mine: 'workflow' },
};

/** Which API of a scenario sends such a request; one of the user's own for all others. */
function apiOf({ path }: RecordedExchange['request']): string {
  return API_OF[path.split(/[/?]/)[3] ?? ''] ?? 'own';
}

/** The answer, after it went over a real connection and through the client. */
async function replay({ request, response }: RecordedExchange, raw: string): Promise<ApiResponse> {
  const { method, path } = request;
  const headers = { 'content-type': response.contentType };
  server.respond(`${method} ${path.split('?')[0]}`, { status: response.status, headers, raw });
  const client = createClient({ serverHost: server.url, apis: { recorded: { method, path } } });
  return client.call('recorded' as never);
}

/** What somebody is told who expected a success, and of a preflight that it is ready. */
function hintsOf({ request }: RecordedExchange, { status, headers, body }: ApiResponse): string[] {
  const api = apiOf(request);
  const { method, path, body: sent } = request;
  const ready = api === 'preflight' ? { 'preflight.status': equals('ready') } : {};
  const assertThat = { success: equals(true), ...ready };
  return hintsFor(failedResult({ method, path, sent, responded: status, headers, body, assertThat, result: { api } }));
}

/** A matcher in both voices: it may hold in one of them, or in none. */
function holds(assert: (expectation: ReturnType<typeof expect>) => void, received: ApiResponse): string {
  const passes = (expectation: unknown): boolean => {
    try {
      assert(expectation as never);
      return true;
    } catch {
      return false;
    }
  };
  const voices = [passes(expect(received)), passes(expect(received).not)];
  return voices[0] === voices[1] ? (voices[0] ? 'both' : 'undecided') : voices[0] ? 'yes' : 'no';
}

// What a real server answered must come back as it was, and mean to matchers and hints what it means.
describe.each([
  ['with all infrastructure', 'full', recordedResponses, EXPECTATIONS.full],
  ['handler only', 'handler-only', recordedHandlerOnly, EXPECTATIONS.handlerOnly],
] as const)('a real server, %s', (_name, file, recorded, expectations: Readonly<Record<string, Expectation>>) => {
  const bodies = wireBodies(file);

  it('has a row for each answer, and no other', () => {
    expect(Object.keys(expectations).sort()).toEqual(recorded.map(({ label }) => label).sort());
  });

  it.each(recorded.map((exchange, index) => [exchange.label, exchange, bodies[index]!] as const))(
    '%s',
    async (label, exchange, raw) => {
      const { response } = exchange;
      const { successful, ready = 'undecided', passed = [], failed = [], hint } = expectations[label]!;

      const received = await replay(exchange, raw);

      expect(received).toMatchObject({ status: response.status, headers: { 'content-type': response.contentType } });
      expect(received.body).toStrictEqual(response.text ?? response.body);
      expect(received).toHaveHttpStatus(response.status);
      expect({
        successful: holds((it) => it.toBeSuccessful(), received),
        ready: holds((it) => it.toBeReady(), received),
      }).toEqual({ successful, ready });
      for (const name of passed) expect(received).toHavePassedCheck(name);
      for (const name of failed) expect(received).toHaveFailedCheck(name);
      expect(hintsOf(exchange, received)).toEqual(hint === undefined ? [] : [expect.stringMatching(hint)]);
    },
  );
});
