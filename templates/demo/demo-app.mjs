// A connector app for the first run. It knows one password, two tables, and a workflow that ends after a moment.
// For your own app, change `app` in the Jest config and the scenarios, and delete this file.
import { createServer } from 'node:http';

const PASSWORD = 'open sesame';
const TABLES = ['customers', 'orders'];
const endOfWorkflow = new Map();

function isKnown({ credentials = [] }) {
  return credentials.some(({ key, value }) => key === 'password' && value === PASSWORD);
}

const auth = (body) =>
  isKnown(body)
    ? [200, { success: true, message: 'Authentication success', data: { status: 'success' } }]
    : [401, { success: false, message: 'wrong password', data: { status: 'invalid_credentials' } }];

// Like a real connector, it returns success for a preflight whose checks failed: the status says how it ended.
function check(body) {
  const passed = isKnown(body);
  const checks = [{ name: 'passwordCheck', passed, message: passed ? 'it is right' : 'it is wrong' }];
  return [200, { success: true, preflight: { status: passed ? 'ready' : 'not_ready', checks } }];
}

const metadata = (body) =>
  isKnown(body)
    ? [200, { success: true, data: TABLES.map((title) => ({ value: title, title, children: [] })) }]
    : [401, { success: false, message: 'wrong password', data: [] }];

function start() {
  const id = `demo-${endOfWorkflow.size + 1}`;
  endOfWorkflow.set(id, Date.now() + 300);
  return [200, { success: true, message: 'Workflow started successfully', data: { workflow_id: id, run_id: 'run-1' } }];
}

function status(_body, id) {
  const end = endOfWorkflow.get(id);
  if (end === undefined) return [404, { detail: `Workflow not found: ${id}` }];
  return [200, { success: true, data: { status: Date.now() < end ? 'RUNNING' : 'COMPLETED', workflow_id: id } }];
}

const ROUTES = [
  ['GET', /^\/server\/health$/, () => [200, { status: 'healthy' }]],
  ['POST', /^\/workflows\/v1\/auth$/, auth],
  ['POST', /^\/workflows\/v1\/check$/, check],
  ['POST', /^\/workflows\/v1\/metadata$/, metadata],
  ['POST', /^\/workflows\/v1\/start$/, start],
  ['GET', /^\/workflows\/v1\/status\/([^/]+)\/[^/]+$/, status],
];

const server = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  const route = ROUTES.find(([method, path]) => method === request.method && path.test(request.url));
  const id = route && route[1].exec(request.url)[1];
  const [code, body] = route ? route[2](JSON.parse(text || '{}'), id) : [404, { detail: 'Not Found' }];
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
