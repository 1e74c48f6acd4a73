import { printCode } from '../../../../../src/cli/record/code/print-code';
import { argsCode, sentArgs, variablesOf } from '../../../../../src/cli/record/requests/args-tree';
import { credentialsTree, withoutCredentials } from '../../../../../src/cli/record/requests/environment-credentials';
import { wrongLogin } from '../../../../../src/cli/record/requests/wrong-login';

const before = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
});

const set = (variables: Readonly<Record<string, string>>): void => void Object.assign(process.env, variables);
const codeOf = (tree: unknown): string => printCode(argsCode(tree)).replace(/\s+/g, ' ');

test('each value is read from its variable, in an order that does not depend on the shell', () => {
  set({ E2E_SHOP_USERNAME: 'ann', E2E_SHOP_PASSWORD: 'pw-1', E2E_SHOP_EXTRA_ROLE: 'reader' });
  const tree = credentialsTree('shop');
  expect(sentArgs(tree)).toEqual({ extra: { role: 'reader' }, password: 'pw-1', username: 'ann' });
  expect(codeOf(tree)).toBe(
    '{ extra: { role: process.env.E2E_SHOP_EXTRA_ROLE }, password: process.env.E2E_SHOP_PASSWORD, username: process.env.E2E_SHOP_USERNAME, }',
  );
  expect([credentialsTree('other'), credentialsTree(undefined)]).toEqual([undefined, undefined]);
});

test('a variable with JSON is parsed when the scenario runs', () => {
  set({ E2E_SHOP_USERNAME: 'ann', E2E_SHOP_EXTRA: '{ "role": "reader", "password": "pw-1" }' });
  const tree = credentialsTree('shop');
  expect(sentArgs(tree)).toEqual({ extra: { role: 'reader', password: 'pw-1' }, username: 'ann' });
  expect(codeOf(tree)).toContain("extra: JSON.parse(process.env.E2E_SHOP_EXTRA ?? '{}'),");
  set({ E2E_SHOP_EXTRA_ROLE: 'writer' });
  expect(() => credentialsTree('shop')).toThrow(/E2E_SHOP_EXTRA and E2E_SHOP_EXTRA_ROLE are both set/);
});

test('a wrong login has a made-up user and made-up secrets, and nothing of the right ones', () => {
  set({ E2E_SHOP_USERNAME: 'ann', E2E_SHOP_PASSWORD: 'pw-1', E2E_SHOP_HOST: 'db', E2E_SHOP_EXTRA: '{"apiKey":"k-1"}' });
  const wrong = wrongLogin(credentialsTree('shop'));
  expect(variablesOf(wrong)).toEqual(['E2E_SHOP_EXTRA', 'E2E_SHOP_HOST']);
  expect(codeOf(wrong)).toMatch(/password: 'jest-connector-\w{12}', username: 'jest-connector-\w{12}', \}$/);
  for (const name of ['USERNAME', 'PASSWORD']) delete process.env[`E2E_SHOP_${name}`];
  expect(() => wrongLogin(credentialsTree('shop'))).toThrow(/in one variable with JSON/);
  expect(() => wrongLogin({ host: 'db' })).toThrow(/No credentials are known with which a login must fail/);
});

test('without credentials, the message names the variables', () => {
  expect(withoutCredentials('my shop').message).toMatch(
    /no variable E2E_MY_SHOP_\* is set[^]*set E2E_MY_SHOP_USERNAME/,
  );
  expect(withoutCredentials(undefined).message).toMatch(/the application has no name[^]*set ATLAN_APPLICATION_NAME/);
});

test('without a name, the message has the one that the variables have', () => {
  set({ E2E_MY_SHOP_USERNAME: 'ann', E2E_MY_SHOP_PASSWORD: 'pw-1', E2E_OPTION: '1' });
  const { why, fix } = withoutCredentials(undefined);
  expect(why).toContain('Set are E2E_MY_SHOP_PASSWORD, E2E_MY_SHOP_USERNAME.');
  expect(fix).toContain("set `applicationName: 'my_shop'` in `globals.connector`");
  set({ E2E_OTHER_TOKEN: 'a-token' });
  expect(withoutCredentials(undefined).fix).toContain(
    'ATLAN_APPLICATION_NAME=my_shop in .env, or another one of other.',
  );
});

test('an empty variable is refused by name, also in `extra`', () => {
  set({ E2E_SHOP_USERNAME: 'ann', E2E_SHOP_PASSWORD: ' ', E2E_SHOP_EXTRA_ROLE: '' });
  expect(() => credentialsTree('shop')).toThrow(/E2E_SHOP_EXTRA_ROLE, E2E_SHOP_PASSWORD are empty; nothing was sent/);
});
