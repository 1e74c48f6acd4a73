import { printCode } from '../../../../../src/cli/record/code/print-code';
import { argsCode, sentArgs, variablesOf } from '../../../../../src/cli/record/requests/args-tree';
import { argsSource, type GivenArgs, readGivenArgs } from '../../../../../src/cli/record/requests/given-args';
import { createRedactor } from '../../../../../src/redaction/redactor';
import { temporaryProject } from '../../../../support/temporary-project';

const ENVIRONMENT = {
  MY_DB_PASSWORD: 'k9-Xq!2plum',
  OTHER_PASSWORD: 'k9-Xq!2plum',
  MY_DB_USER: 'svc_reader',
  MY_DB_HOST: 'db.example',
  MODE: 'full',
  EMPTY: ' ',
};

interface Options {
  readonly own?: readonly string[];
  readonly isRefusal?: boolean;
}

function read(given: unknown, { own = [], isRefusal = false }: Options = {}): GivenArgs {
  const redactor = createRedactor();
  redactor.addEnvironment(ENVIRONMENT);
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  return readGivenArgs(argsSource(text), { environment: ENVIRONMENT, own, redactor, isRefusal });
}

const fieldsOf = ({ problems, unset }: GivenArgs) =>
  [...problems, ...unset].map(({ field, expected }) => field ?? expected);

test('placeholders and secrets become lookups, everything else stays', () => {
  const given = {
    credentials: { host: 'db.example', username: '${MY_DB_USER}', password: 'k9-Xq!2plum', port: 5432, ssl: true },
    metadata: { mode: 'full', databases: ['MY_DB', '$NOT', '${not a name}'], none: null },
  };
  const { tree, problems } = read(given, { own: ['MY_DB_HOST', 'OTHER_PASSWORD', 'MODE'] });
  expect(problems).toEqual([]);
  expect(sentArgs(tree)).toEqual({ ...given, credentials: { ...given.credentials, username: 'svc_reader' } });
  expect(variablesOf(tree)).toEqual(['MY_DB_HOST', 'MY_DB_USER', 'OTHER_PASSWORD']);
  expect(printCode(argsCode(tree)).replace(/\s+/g, ' ')).toContain(
    "host: process.env.MY_DB_HOST, username: process.env.MY_DB_USER, password: process.env.OTHER_PASSWORD, port: 5432, ssl: true, }, metadata: { mode: 'full',",
  );
});

test('pairs are read as their flat form', () => {
  const credentials = [
    { key: 'password', value: 'k9-Xq!2plum' },
    { key: 'extra.role', value: 'reader' },
  ];
  const { tree, problems } = read({ credentials });
  expect(problems).toEqual([]);
  expect(sentArgs(tree)).toEqual({ credentials: { password: 'k9-Xq!2plum', extra: { role: 'reader' } } });
});

test.each<[string, unknown, readonly string[]]>([
  ['a password that no variable has', { credentials: { password: 'zebra-9-unknown' } }, ['credentials.password']],
  ['a short one', { credentials: { password: 'wrong' } }, ['credentials.password']],
  ['a number', { credentials: { password: 123456 } }, ['credentials.password']],
  ['a token outside of credentials', { headers: { authToken: 'zebra-9-unknown' } }, ['headers.authToken']],
  ['a secret by its form', { note: 'Bearer abcdefghijklmnop0123456789' }, ['note']],
  ['a part of another string', { credentials: { password: '${MY_DB_PASSWORD}' }, note: 'is k9-Xq!2plum' }, ['note']],
  ['variables that are not set', { a: '${NOPE}', b: ['${EMPTY}'] }, ['a', 'b.0']],
  [
    'a name with a secret',
    { 'k9-Xq!2plum': 1 },
    ['names of fields without secrets, because no secret is written into a file'],
  ],
])('%s is refused', (_what, given, fields) => {
  expect(fieldsOf(read(given))).toEqual(fields);
});

test('of a request that must be refused, an ordinary word is no secret', () => {
  const { tree, problems } = read({ credentials: { username: 'nobody', password: 'wrong' } }, { isRefusal: true });
  expect([sentArgs(tree), problems]).toEqual([{ credentials: { username: 'nobody', password: 'wrong' } }, []]);
  expect(fieldsOf(read({ credentials: { password: 'zebra-9-unknown' } }, { isRefusal: true }))).toEqual([
    'credentials.password',
  ]);
});

test.each([
  ['{bad', 'JSON, or @ and the path of a file'],
  ['[1]', 'a JSON object'],
  ['"text"', 'a JSON object'],
  ['', 'JSON, or @ and the path of a file'],
  ['@/nowhere/args.json', 'a file that can be read after the @'],
])('%j is refused', (given, expected) => {
  expect(read(given).problems).toMatchObject([{ where: '--args', expected }]);
});

test.each([
  ['{object_filter: 1}', /^\{object_filter: 1\} \(Expected property name/],
  [`{"a": 1, "password": "zebra-9-unknown", b}`, /^\{"a": 1, "password… \(/],
  [`{"note": "k9-Xq!2plum" x}`, /^\{"note": "\[redacted\]" x\} \(/],
  [`{"a": ${'1'.repeat(100)} x}`, /^\{"a": 1{54}… \(/],
  ['', /^nothing \(Unexpected end of JSON input\)$/],
  ['[1]', /^a list$/],
  ['null', /^null$/],
  ['"text"', /^a string$/],
])('%j: what was received, and why it does not parse', (given, received) => {
  const [problem] = read(given).problems;
  expect(problem?.received).toMatch(received);
  expect(problem?.received).not.toMatch(/zebra|plum/);
});

test('the parser quotes no part of a secret', () => {
  const received = read('{"password": zebra-9-unknown}').problems[0]?.received;
  expect(received).toMatch(/\(Unexpected token/);
  expect(received).not.toContain('zebra');
});

test('a made-up secret is refused with a hint at --expect-refusal', () => {
  const given = { credentials: { password: 'zebra-9-unknown' } };
  expect(read(given).problems[0]?.expected).toContain('add --expect-refusal');
  expect(read(given, { isRefusal: true }).problems[0]?.expected).not.toContain('--expect-refusal');
});

test('a file is read, with all digits, and an own __proto__', () => {
  const folder = temporaryProject({
    'args.json': '{ "id": 9007199254740993, "__proto__": { "a": 1 } }',
    'bad.json': '{',
  });
  const { tree } = read(`@${folder}/args.json`);
  expect(printCode(argsCode(tree))).toBe("{ id: 9007199254740993n, ['__proto__']: { a: 1 } }");
  expect(read(`@${folder}/bad.json`).problems).toMatchObject([{ expected: 'a file with JSON' }]);
});
