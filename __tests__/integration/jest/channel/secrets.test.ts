import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { openChannel } from '../../../../src/jest/channel/open-channel';
import { reportSecrets } from '../../../../src/jest/channel/secrets';
import { redactText } from '../../../../src/redaction/process-redactor';
import type { LearntSecret } from '../../../../src/redaction/text/known-secrets';
import {
  beginProject,
  forgetRun,
  publishRunState,
  type RunHandle,
  runHandle,
} from '../../../../src/service/run/run-state';
import type { RunningService } from '../../../../src/service/service';
import { startAppServer } from '../../../support/app-server';
import { until } from '../../../support/scripted-app';

const SECRETS: readonly LearntSecret[] = [
  ['reported-"1"\nü', 'named'],
  ['reported-22', 'beside'],
];
let registered: (readonly LearntSecret[])[] = [];
let finish = (): void => undefined;
let channel: NonNullable<RunHandle['channel']>;
const service = {
  learn: (secrets: readonly LearntSecret[]) =>
    new Promise<void>((resolve) => {
      registered.push(secrets);
      finish = resolve;
    }),
};

beforeEach(async () => {
  registered = [];
  channel = await openChannel(() => [service, {}]);
});
afterEach(async () => {
  await channel.close();
  forgetRun();
});

const untilRegistered = () => until(() => registered.length > 0);

test('the main process and all services know of it before the worker goes on', async () => {
  let isReported = false;
  const reporting = reportSecrets(channel.address, SECRETS).then(() => (isReported = true));
  await untilRegistered();
  expect(registered).toEqual([SECRETS]);
  expect(isReported).toBe(false);
  finish();
  await reporting;
  expect(redactText('x reported-"1"\nü reported-22')).toBe('x [redacted] [redacted]');
});

test('a stranger is not heard', async () => {
  await reportSecrets({ ...channel.address, token: 'another' }, [['reported-33', 'named']]);
  const socket = connect(channel.address.port, '127.0.0.1');
  socket.end('nothing');
  expect(await text(socket)).toBe('');
  expect(registered).toEqual([]);
  expect(redactText('reported-33')).toBe('reported-33');
});

test('without a main process a worker goes on', async () => {
  await channel.close();
  await expect(reportSecrets(channel.address, SECRETS)).resolves.toBeUndefined();
});

test('after jest.resetModules() a client still reports them before it sends them', async () => {
  const app = await startAppServer();
  runHandle().channel = channel;
  runHandle().services.set('app', service as unknown as RunningService);
  publishRunState(runHandle(), beginProject('/project', {}));
  jest.resetModules();
  const { createClient } =
    require('../../../../src/jest/create-client') as typeof import('../../../../src/jest/create-client');
  const client = createClient({ serverHost: app.url });

  const sending = client.auth({ credentials: { password: 'reported-44' } });
  await untilRegistered();
  expect(registered.flat()).toContainEqual(['reported-44', 'named']);
  expect(app.requests).toEqual([]);
  finish();
  await sending;
  expect(app.requests).toHaveLength(1);

  client.close();
  await app.close();
  // All modules are loaded a second time.
}, 30_000);

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['no list', { 0: ['reported-55', 'named'] }],
  ['strings', ['reported-55']],
  ['a secret that is no string', [[55, 'named']]],
  ['an unknown certainty', [['reported-55', 'certain']]],
])('a report of %s registers nothing', async (_what, secrets) => {
  await reportSecrets(channel.address, secrets as readonly LearntSecret[]);
  expect(registered).toEqual([]);
  expect(redactText('reported-55')).toBe('reported-55');
});
