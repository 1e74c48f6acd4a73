import { ciFindings } from '../../../../../src/cli/doctor/project/ci';
import { plainFacts } from '../../../../support/doctor-facts';
import { temporaryProject } from '../../../../support/temporary-project';

const before = process.env['CI'];
beforeEach(() => delete process.env['CI']);
afterEach(() => {
  delete process.env['CI'];
  if (before !== undefined) process.env['CI'] = before;
});

const workflow = (env: string) =>
  `jobs:\n  a:\n    steps:\n      - run: npx jest --ci\n        env:\n          ${env}\n`;
const findings = (text: string) => {
  const files = { '.env.example': 'SHOP_HOST=\nSHOP_PASSWORD=\n', '.github/workflows/ci.yml': text };
  const folder = temporaryProject(files);
  return ciFindings(folder, plainFacts(folder));
};

test('a workflow has to pass the variables of .env.example', () => {
  expect(findings(workflow('SHOP_HOST: db'))).toEqual([
    {
      check: 'ci',
      severity: 'warning',
      what: '.github/workflows/ci.yml runs the tests, and does not set SHOP_PASSWORD.',
      fix: expect.stringContaining('{ SHOP_PASSWORD: ${{ secrets.SHOP_PASSWORD }} }'),
    },
  ]);
  expect(findings(workflow('SHOP_HOST: db\n          SHOP_PASSWORD: x'))).toEqual([]);
});

test('a workflow that runs no tests is not checked', () => {
  expect(findings('jobs:\n  a:\n    steps:\n      - run: npm publish\n')).toEqual([]);
});

test('CI is mentioned, because it changes what fails', () => {
  process.env['CI'] = 'true';
  expect(findings('')).toMatchObject([{ severity: 'ok', what: expect.stringContaining('CI is set') }]);
});
