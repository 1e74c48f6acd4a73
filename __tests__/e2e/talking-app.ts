/** An app that writes secrets and commands for CI systems into its log. */
export const TALKING_APP = `
const say = (what) => console.log(what + ': ' + process.env.ADMIN_TOKEN + ' ' + process.env.MY_DB_PASSWORD);
const key = require('node:crypto').generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const lines = key.export({ type: 'pkcs8', format: 'pem' }).trim().split('\\n');
for (const line of lines) console.log('INFO [db] ' + line);
require('node:http').createServer((request, response) => {
  let body = '';
  request.on('data', (piece) => (body += piece)).on('end', () => {
    if (request.url === '/echo') say('asked');
    if (request.url === '/end') {
      say('at the end');
      process.exit(3);
    }
    process.stdout.write(process.env.COMMANDS);
    if (body) console.log('made by a test: ' + JSON.parse(body).credentials.passcode);
    response.setHeader('content-type', 'application/json');
    response.end(request.url === '/echo' ? JSON.stringify({ [process.env.ADMIN_TOKEN]: [1] }) : '{}');
  });
}).listen(Number(process.argv[2]), '127.0.0.1', () => say('at boot'));
`;

/** A reporter that copies the journals, which are complete when a file has ended and removed at the end of the run. */
export const JOURNAL_COPIER = `
module.exports = class {
  onTestResult() {
    const { folder } = JSON.parse(process.env.CONNECTOR_JOURNAL);
    require('node:fs').cpSync(folder, __dirname + '/journals', { recursive: true });
  }
};
`;

/** A test file that makes it do so, in responses, failures and a baseline too. */
export const TALKING_TEST = `
const { describeConnector, equals, warn } = require('jest-connector');
const credentials = { passcode: require('./secrets').planted.printed };
test('sends after jest.resetModules()', async () => {
  jest.resetModules();
  const client = require('jest-connector').createClient();
  await client.call('echo', { credentials: { passcode: require('./secrets').planted.username } });
  client.close();
});
// On a busy machine, the lines of an earlier request are read late, and would count as of the next scenario.
const EARLIER = { echo: 1, weak: 2, end: 3, after: 3 };
const readLog = () => {
  const { readdirSync, readFileSync } = require('node:fs');
  const paths = readdirSync(process.env.TMPDIR, { recursive: true }).filter((path) => path.endsWith('app.log'));
  return paths.map((path) => readFileSync(process.env.TMPDIR + '/' + path, 'utf8')).join('');
};
const beforeScenario = async ({ name }) => {
  while (readLog().split('made by a test').length <= EARLIER[name]) await new Promise(setImmediate);
};
describeConnector('app', [
  { name: 'echo', api: 'echo', args: { credentials }, assertThat: { success: equals(true) } },
  { name: 'weak', api: 'echo', serial: true, args: { credentials }, assertThat: { '$http.status': equals(200) } },
  { name: 'end', api: 'end', serial: true, args: { credentials }, assertThat: { success: equals(true) } },
  { name: 'after', api: 'echo', args: { credentials }, assertThat: { success: equals(true) } },
], { beforeScenario });
test('throws what it received', () => {
  throw new Error(process.env.COMMANDS);
});
test('writes a baseline', () => {
  const attributes = { name: 'a', sql: process.env.MY_DB_PASSWORD, token: process.env.MY_DB_PASSWORD, kept: 'kept' };
  expect([{ typeName: 'Table', attributes }]).toMatchExpectedData('baseline.json');
  const start = () => ({ record: () => 'found ' + process.env.MY_DB_PASSWORD });
  expect([{ typeName: 'Table', attributes }]).toSatisfyRecordRules([warn({ name: 'talks', start })]);
});
`;
