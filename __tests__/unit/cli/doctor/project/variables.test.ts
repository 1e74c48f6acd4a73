import { credentialNameFindings, variableFindings } from '../../../../../src/cli/doctor/project/variables';
import { plainFacts } from '../../../../support/doctor-facts';
import { temporaryProject } from '../../../../support/temporary-project';

const before = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
});

const EXAMPLE = { '.env.example': 'SHOP_HOST=\nSHOP_PASSWORD=\n' };

function missing(files: Record<string, string>, isCi = false) {
  const folder = temporaryProject(files);
  return variableFindings(folder, plainFacts(folder), isCi).map(({ severity, what, fix }) => [severity, what, fix]);
}

describe('the variables of .env.example', () => {
  test('without such a file, nothing is required', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ '.env.example': '# nothing\n' })).toEqual([]);
  });

  test('all are set', () => {
    process.env['SHOP_HOST'] = 'db';
    process.env['SHOP_PASSWORD'] = 'x';
    expect(missing(EXAMPLE)).toEqual([['ok', 'The variables of .env.example are set', undefined]]);
  });

  test('without .env, it is copied', () => {
    const what = 'SHOP_HOST, SHOP_PASSWORD are not set, and .env.example lists them.';
    const fix = '`cp .env.example .env`, and enter the values.';
    expect(missing(EXAMPLE)).toEqual([['warning', `${what} Scenarios that need them are skipped or fail.`, fix]]);
    expect(missing(EXAMPLE, true)).toEqual([
      ['problem', `${what} CI is set, so scenarios that require them fail.`, fix],
    ]);
  });

  test('a name in .env that is nearly the same is probably a typo', () => {
    process.env['SHOP_HOST'] = 'db';
    expect(missing({ ...EXAMPLE, '.env': 'SHOP_PASWORD=x\n' })).toEqual([
      ['warning', expect.stringMatching(/^SHOP_PASSWORD is not set, .* lists it\./), expect.any(String)],
    ]);
    expect(missing({ ...EXAMPLE, '.env': 'SHOP_PASWORD=x\n' })[0]?.[2]).toBe(
      'rename SHOP_PASWORD to SHOP_PASSWORD in .env.',
    );
    expect(missing({ ...EXAMPLE, '.env': 'OTHER=x\n' })[0]?.[2]).toBe('set them in .env.');
  });

  test('one for which the code has a default may be missing', () => {
    const files = { ...EXAMPLE, 'a.js': "process.env.SHOP_HOST ?? 'db'; process.env.SHOP_PASSWORD;" };
    expect(missing(files)).toEqual([
      ['warning', expect.stringMatching(/^SHOP_PASSWORD is not set/), expect.any(String)],
    ]);
  });
});

describe('the names of variables with credentials', () => {
  const unused = (applicationName: string | undefined, code = '') =>
    credentialNameFindings(applicationName, plainFacts(temporaryProject({ 'scenarios.js': code }))).map(
      ({ severity, what, fix }) => [severity, what, fix],
    );

  test('without any, there is nothing to say', () => {
    expect(unused('shop')).toEqual([]);
  });

  test('the application has no name, or another one', () => {
    process.env['E2E_SHOP_PASSWORD'] = 'x';
    expect(unused(undefined)).toEqual([
      ['warning', 'No scenario uses E2E_SHOP_PASSWORD: the application has no name.', expect.any(String)],
    ]);
    expect(unused('store')).toEqual([
      [
        'warning',
        'No scenario uses E2E_SHOP_PASSWORD: the application "store" reads E2E_STORE_*.',
        'rename E2E_SHOP_PASSWORD to E2E_STORE_…, or correct the name of the application.',
      ],
    ]);
    expect(unused('shop')).toEqual([]);
  });

  test.each([
    ['reads it', 'process.env.E2E_SHOP_PASSWORD'],
    ['has a scenario of that name', "{ name: 'shop', api: 'auth' }"],
    ['reads a source', "source('shop')"],
  ])('the code %s', (_what, code) => {
    process.env['E2E_SHOP_PASSWORD'] = 'x';
    expect(unused('store', code)).toEqual([]);
  });
});
