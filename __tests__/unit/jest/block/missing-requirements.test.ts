import { missingError, missingRequirements, skipMissing } from '../../../../src/jest/block/missing-requirements';

const scenario = { name: 'a', api: 'auth', assertThat: { success: true } } as const;
const ofA = (fields: object, block: object) => missingRequirements([{ ...scenario, ...fields }], block).get('a');

let ci: string | undefined;
beforeEach(() => {
  ci = process.env['CI'];
  Object.assign(process.env, { REQUIRED_SET: 'x', REQUIRED_EMPTY: '', CI: '' });
});
afterEach(() => {
  for (const name of ['REQUIRED_SET', 'REQUIRED_EMPTY', 'CI']) delete process.env[name];
  if (ci !== undefined) process.env['CI'] = ci;
});

test('what block and scenario require is looked for at once', () => {
  const fields = { requires: ['REQUIRED_SET', 'REQUIRED_EMPTY'] };
  expect(ofA(fields, { requires: ['REQUIRED_UNSET', 'REQUIRED_EMPTY'] })).toEqual({
    names: ['REQUIRED_UNSET', 'REQUIRED_EMPTY'],
    fails: false,
  });
  expect(ofA({ requires: ['REQUIRED_SET'] }, {})).toBeUndefined();
  expect(ofA({}, {})).toBeUndefined();
});

test.each([
  ['', undefined, undefined, false],
  ['true', undefined, undefined, true],
  ['0', undefined, undefined, false],
  ['', 'fail', undefined, true],
  ['true', 'skip', undefined, false],
  ['true', 'fail', 'skip', false],
  ['', 'skip', 'fail', true],
])('CI=%s, onMissing of the block %s, of the scenario %s: fails is %s', (inCi, ofBlock, own, fails) => {
  process.env['CI'] = inCi;
  const fields = { requires: ['REQUIRED_UNSET'], ...(own && { onMissing: own }) };
  expect(ofA(fields, ofBlock === undefined ? {} : { onMissing: ofBlock })).toMatchObject({ fails });
});

test.each([{ skip: true }, { todo: true }])('%j: what does not run lacks nothing', (fields) => {
  expect(ofA(fields, { requires: ['REQUIRED_UNSET'] })).toBeUndefined();
});

test('the title says what is missing, the error where', () => {
  const missing = { names: ['MY_A', 'MY_B'], fails: true };
  const lacking = (fails: boolean) => skipMissing([scenario], new Map([['a', { ...missing, fails }]]));
  expect(lacking(false)).toEqual([{ ...scenario, skip: true, skipReason: 'missing MY_A, MY_B' }]);
  expect(lacking(true)).toEqual([scenario]);
  expect(missingError('a', missing, '    at here:1:1')).toMatchObject({
    code: 'MISSING_VARIABLES',
    what: 'Scenario "a" was not run: MY_A, MY_B are not set.',
    stack: expect.stringMatching(/\n {4}at here:1:1$/),
  });
});
