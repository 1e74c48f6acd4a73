import { optionFindings } from '../../../../../src/cli/doctor/project/options';
import { projectSettings } from '../../../../support/doctor-facts';

const findings = (globals: object) =>
  optionFindings(projectSettings('/shop', { globals: globals as Record<string, unknown> })).map(
    ({ severity, what, fix }) => [severity, what, fix],
  );

afterEach(() => delete process.env['CONNECTOR_TIMEOUT']);

test('valid options, and none', () => {
  expect(findings({ connector: { strictPaths: true } })).toEqual([['ok', 'All options are valid', undefined]]);
  expect(findings({})).toEqual([['ok', 'There are no options in `globals.connector`', undefined]]);
});

test('each problem has its place, what is expected, and a fix', () => {
  expect(findings({ connector: { strictPath: true, timeout: 'long' } })).toEqual([
    ['problem', expect.stringContaining('globals.connector.strictPath: expected '), 'use `strictPaths`.'],
    ['problem', expect.stringMatching(/connector\.timeout: expected .*, received "long"\.$/), expect.any(String)],
  ]);
  expect(findings({ conector: {} })).toMatchObject([['problem', expect.any(String), 'use `globals.connector`.']]);
});

test('a variable that sets an option is checked as well', () => {
  process.env['CONNECTOR_TIMEOUT'] = 'soon';
  expect(findings({})).toEqual([
    ['problem', expect.stringContaining('CONNECTOR_TIMEOUT'), 'for example `CONNECTOR_TIMEOUT=60000`.'],
  ]);
});

test('redaction that is off is mentioned', () => {
  expect(findings({ connector: { redact: false } })).toEqual([
    ['warning', expect.stringContaining('Redaction is off'), 'remove `redact: false`.'],
  ]);
});
