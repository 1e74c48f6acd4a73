import type { Json } from '../../../../src/json/json';
import { type AppServer, startAppServer } from '../../../support/app-server';
import { runOneScenario } from '../../../support/run-one-scenario';

let app: AppServer;
beforeEach(async () => {
  app = await startAppServer();
});
afterEach(() => app.close());

test.each<[string, Json]>([
  ['a list', []],
  ['a list as its data', { success: true, data: [] }],
  ['no run', { success: true, data: { workflow_id: 'wf' } }],
  ['a number as its workflow', { success: true, data: { workflow_id: 1, run_id: 'r' } }],
])('a start whose response names no workflow fails its scenario: %s', async (_what, json) => {
  app.respond('POST /workflows/v1/start', { json });
  const assertThat = { '$http.status': 200 };
  const result = await runOneScenario(app.url, { api: 'workflow', args: {}, waitFor: 'COMPLETED', assertThat });
  expect(result).toMatchObject({ success: false, error: { code: 'WORKFLOW_NOT_STARTED' } });
  expect(app.requests.map(({ path }) => path)).toEqual(['/workflows/v1/start']);
});
