import { captureCallSite } from '../../../src/call-site';
import { definingCall } from '../../../src/defined-at';
import type { Scenario } from '../../../src/scenario/scenario';
import { deviationOf } from '../../../src/standard/deviations';
import { createStandardScenarios } from '../../../src/standard/standard-scenarios';

const suite = (options: object = {}): readonly Scenario[] =>
  createStandardScenarios(options, {
    site: captureCallSite(suite),
    place: undefined,
    folder: '/nowhere',
  });
const names = (options: object = {}): string[] => suite(options).map(({ name }) => name);

describe('what is included', () => {
  test('an API that is left out has no scenario', () => {
    const left = { auth: false, preflight: false, metadata: false, workflow: false, config: false };
    expect(names(left)).toEqual(['standard_unknown_path']);
    for (const api of Object.keys(left)) {
      expect(names({ [api]: false }).filter((name) => name.startsWith(`standard_${api}_`))).toEqual([]);
    }
  });

  test('a workflow only runs to its end where the options describe one', () => {
    expect(names()).not.toContain('standard_workflow_ends');
    expect(names()).toContain('standard_workflow_malformed_json');
    expect(names({ workflow: {} })).toContain('standard_workflow_ends');
  });

  test.each<[string, object, string[]]>([
    ['those of written-out credentials', { credentials: { host: 'x', apiKey: 'k' } }, ['host', 'apiKey']],
    ['the usual two of any others', { credentials: () => ({ token: 'k' }) }, ['username', 'password']],
    ['the usual two of the environment', {}, ['username', 'password']],
    ['those that are named', { credentials: { host: 'x' }, requiredCredentials: ['tenant'] }, ['tenant']],
  ])('the required credentials are %s', (_what, options, required) => {
    const without = names(options).filter((name) => name.includes('_without_'));
    expect(without).toEqual(required.map((name) => `standard_auth_without_${name}`));
  });
});

describe('what is skipped', () => {
  const skipped = (options: object): Record<string, string | undefined> =>
    Object.fromEntries(
      suite(options)
        .filter(({ skip }) => skip)
        .map(({ name, skipReason }) => [name, skipReason]),
    );

  test('what `except` names, with its reason', () => {
    expect(skipped({ except: { standard_auth_long_string: 'the source decides' } })).toEqual({
      standard_auth_long_string: 'the source decides',
    });
  });

  test('what the SDK is known to do differently', () => {
    expect(Object.keys(skipped({ deviations: 'sdk' }))).toEqual([
      'standard_workflow_malformed_json',
      'standard_workflow_json_list',
      'standard_config_malformed_json',
    ]);
    const own = { standard_config_malformed_json: 'ours' };
    expect(skipped({ deviations: 'sdk', except: own })).toMatchObject(own);
  });

  test.each([
    ['workflow_id_null', 'null is none'],
    ['miner_workflow_id_null', 'null is none'],
    ['workflow_id_wrong_type', undefined],
    ['miner_workflow_id_wrong_type', undefined],
    ['metadata.workflow_id_wrong_type', 'Failed to start workflow'],
    ['connection.name_missing', 'Failed to start workflow'],
  ])('the reason for contract_workflow_%s is %s', (field, reason) => {
    const known = deviationOf(`standard_contract_workflow_${field}`, 'sdk');
    expect(known).toEqual(reason === undefined ? undefined : expect.stringContaining(reason));
    expect(deviationOf(`standard_contract_workflow_${field}`, undefined)).toBeUndefined();
  });

  test('a name that no scenario has is refused with the nearest', () => {
    const making = () => suite({ except: { standard_auth_long_strings: 'x', nonsense: 'y' } });
    expect(making).toThrow(expect.objectContaining({ code: 'INVALID_OPTIONS' }) as Error);
    expect(making).toThrow(/2 invalid options[^]*did you mean: standard_auth_long_string\n[^]*nonsense/);
  });
});

test('all problems of the options are reported at once', () => {
  const options = {
    ...{ credentals: {}, requiredCredentials: [''], auth: true, workflow: { waitFor: 'DONE', metdata: {} } },
    ...{ contract: '', deviations: 'python', except: { a: '' }, config: [] },
  };
  const message = (() => {
    try {
      return String(suite(options));
    } catch (error) {
      return (error as Error).message;
    }
  })();
  expect(message).toMatch(/^9 invalid options of standardScenarios\./);
  for (const part of [
    'credentals: expected a known field',
    'did you mean: credentials',
    'auth: expected false, or nothing',
    'workflow, metdata: expected a known field',
    "deviations: expected 'sdk'",
    'except: expected an object with a reason',
    'config: expected an object with id, or false',
    'waitFor: expected one of COMPLETED',
  ]) {
    expect(message).toContain(part);
  }
  expect(() => suite(7 as never)).toThrow('expected an object of options');
});

test('a contract file that is missing is an error with the command', () => {
  expect(() => suite({ contract: 'tests/contract.json' })).toThrow(
    /tests\/contract\.json does not exist\.[^]*\/nowhere\/tests\/contract\.json[^]*npx jest-connector contract --out tests\/contract\.json/,
  );
});

test('every scenario and every check is located at the user’s call', () => {
  const scenarios = suite({ workflow: {} });
  const frames = scenarios.flatMap((scenario) => [
    definingCall({ ...scenario })?.site.frame,
    ...Object.values((scenario as { assertThat?: object }).assertThat ?? {}).map(
      (check: { callSite: { frame?: string } }) => check.callSite.frame,
    ),
  ]);
  expect(frames.length).toBeGreaterThan(60);
  expect([...new Set(frames)]).toEqual([expect.stringContaining('standard-scenarios.test.ts')]);
});

test('all have the tag, and forbid secrets in responses', () => {
  expect(suite().every(({ tags }) => tags?.includes('standard'))).toBe(true);
  expect(suite()).toEqual(suite().map(() => expect.objectContaining({ forbidSecretsInResponses: true }) as Scenario));
});
