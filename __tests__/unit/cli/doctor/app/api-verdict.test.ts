import type { ApiResponse } from '../../../../../src/api-response';
import { type ApiVerdict, apiVerdict } from '../../../../../src/cli/doctor/app/api-verdict';

const response = (status: number, body: unknown = {}): ApiResponse => ({ status, body, headers: {}, durationMs: 1 });
const NOT_READY = {
  success: true,
  preflight: {
    status: 'not_ready',
    checks: [
      { name: 'tablesCheck', passed: false },
      { name: 'auth', passed: true },
    ],
  },
};

type Case = readonly [api: ApiVerdict['api'], hasCredentials: boolean, response: ApiResponse, severity: string, RegExp];

const CASES: readonly Case[] = [
  ['auth', true, response(200, { success: true, message: 'Fine' }), 'ok', /^auth: 200, Fine$/],
  ['auth', true, response(200, { success: false }), 'problem', /^auth: 200\.$/],
  ['auth', true, response(401, { message: 'wrong password' }), 'problem', /^auth: 401, wrong password\.$/],
  ['auth', false, response(401), 'ok', /^auth: 401; refused, as it should be without credentials$/],
  ['auth', false, response(500), 'warning', /^auth: 500 without credentials\.$/],
  ['auth', true, response(500), 'problem', /^auth: 500\.$/],
  ['auth', false, response(404, { detail: 'Not Found' }), 'problem', /no such route/],
  ['metadata', false, response(404), 'ok', /no such route/],
  ['metadata', true, response(200, { success: false }), 'problem', /^metadata: 200\.$/],
  ['preflight', true, response(200, NOT_READY), 'warning', /^preflight: 200; failed checks: tablesCheck\.$/],
  ['preflight', true, response(403), 'warning', /^preflight: 403\.$/],
  [
    'preflight',
    false,
    response(200, NOT_READY),
    'ok',
    /^preflight: 200; refused, as it should be without credentials$/,
  ],
  ['config', true, response(404, { detail: 'Config not found: x' }), 'ok', /the route exists \(404/],
  ['config', true, response(404, { detail: 'Not Found' }), 'ok', /no such route/],
  ['config', true, response(503), 'ok', /without an object store/],
  ['status', true, response(503), 'ok', /without Temporal/],
  ['status', true, response(500, { detail: 'Failed to get workflow status' }), 'ok', /the route exists \(500/],
  ['status', true, response(500, 'Internal Server Error'), 'problem', /^status: 500\.$/],
  ['workflow', true, response(503), 'warning', /without Temporal/],
  ['workflow', true, response(500, { detail: 'Failed to start workflow' }), 'problem', /Failed to start workflow/],
];

test.each(CASES)('%s, with credentials: %j, %j → %s', (...row) => {
  const [api, hasCredentials, given, severity, what] = row;
  const verdict = apiVerdict({ api, hasCredentials, response: given });
  expect(verdict).toMatchObject({ check: `api-${api}`, severity, what: expect.stringMatching(what) });
  expect(verdict.fix === undefined).toBe(severity === 'ok');
});
