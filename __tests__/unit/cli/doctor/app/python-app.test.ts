import { pythonAppFindings } from '../../../../../src/cli/doctor/app/python-app';
import { projectSettings } from '../../../../support/doctor-facts';
import { temporaryProject } from '../../../../support/temporary-project';

const SDK = {
  'requirements.txt': 'atlan-application-sdk==3.51.0\n',
  'main.py': 'from application_sdk.app import App\n',
};
const findings = (files: Record<string, string>, connector?: object) => {
  const folder = temporaryProject(files);
  return pythonAppFindings(folder, projectSettings(folder, { globals: { connector } }));
};

test('an app on the SDK needs services for its workflows', () => {
  expect(findings(SDK)).toMatchObject([{ severity: 'ok', what: expect.stringContaining('Temporal and Dapr') }]);
  expect(findings(SDK, { services: { temporal: { command: 'temporal' } } })).toEqual([]);
  expect(findings({ 'requirements.txt': 'flask\n' })).toEqual([]);
});
