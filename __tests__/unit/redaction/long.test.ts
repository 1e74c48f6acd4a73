import { createRedactor } from '../../../src/redaction/redactor';
import { IN_MATRIX } from '../../support/in-matrix';

const SECRETS = Array.from({ length: 50 }, (_, index) => `S3cr-${(index * 7919 + 104729).toString(36)}"ß-${index}`);

const rowsOf = (bytes: number): unknown[] =>
  Array.from({ length: bytes / 250 }, (_, index) => ({
    id: index,
    name: `TABLE_${index}`,
    description: `A table with "quotes" and\nlines, number ${index}`,
    key: `k${index}`,
    url: `https://example.com/assets/${index}?q=a%20b`,
    owner: index % 500 === 0 ? SECRETS[index % 50] : 'someone',
    tags: ['a', 'auth', 'token'],
  }));

test('1 MB with 50 secrets keeps its form, and loses the secrets', () => {
  const redactor = createRedactor();
  for (const one of SECRETS) redactor.addSecret(one);
  const rows = rowsOf(1e6);
  for (const indent of [0, 2]) {
    const text = JSON.stringify(rows, null, indent);
    const shown = redactor.text(text);
    expect(shown.split('[redacted]')).toHaveLength(rows.length / 500 + 1);
    expect(JSON.parse(shown)).toHaveLength(rows.length);
  }
  expect(redactor.value(rows)).toHaveLength(rows.length);
});

const HOSTILE = [
  'a',
  'A',
  ' ',
  '\n',
  '\n ',
  '\\',
  '\\"',
  '\\n',
  '\\u00e9',
  '"',
  "'",
  '%',
  '%41',
  '%F0%9F',
  '&',
  '&amp;',
  '&#x',
  '1',
  '1.',
  '[',
  '[redacted',
  '[redacted]',
  '=',
  ':',
  'key',
  'key":',
  '"key": "password", ',
  'password=',
  'password: "',
  'password: "\n',
  'password: \\"',
  'password: ["a", ',
  '"password"   ',
  'token-',
  'passwordtoken',
  'extra.',
  'eyJ',
  'eyJ-',
  '-eyJaaaaaaaa',
  'eyJaaaaaaaa.',
  '://',
  '://a:',
  '://a:b',
  '://@',
  'Bearer ',
  'Basic a',
  'Bearer      ',
  'authorization: ',
  'Cookie: a=b; ',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN ',
  'password: a1',
  '--password a1 ',
  '--password "',
  '<password>',
  '<password>a',
  '<password a',
  '<password><![CDATA[',
  '-----BEGIN PRIVATE KEY-----\na:',
  'a:a:',
  '-----BEGIN PRIVATE KEY-----\nAAAAAAAA',
  'AAAAAAAA ',
  'Aa',
  'ab',
  'aaaaaaab',
  '𝒜',
  '\ud800',
  "'\\''",
  'github_pat_',
  'glpat-',
  'glpat-aaaaaaaaaaaaaaaa.',
  'sk-',
  '-sk-1',
  'ver:1-hint:1-',
  'SG.',
  '00Daaaaaaaaaaaa!',
  '%3A%2F%2F',
  '%3A%2F%2Fa%3Ab',
  'jdbc:oracle:a:b/',
  ':\\/',
  '-----BEGIN PRIVATE KEY-----","',
  'BASIC a',
];
/** Where the time grows with the square of the size, the size of the matrix shows it. */
const SIZE = IN_MATRIX ? 1e5 : 7e3;
const PREFIXES = ['', '-----BEGIN PRIVATE KEY-----', 'password: "', 'Bearer ', '://', 'eyJ', 'key'];

test.each(HOSTILE)('a long text of %j comes to an end, and once is enough', (piece) => {
  const redactor = createRedactor();
  for (const one of [
    'aaaaaaaaaaaaaaab',
    `${'a'.repeat(3_000)}b`,
    '11111111',
    '\\\\\\\\',
    'ab'.repeat(500),
    '%%%%',
    '    x',
  ])
    redactor.addSecret(one);
  const ofSize = (size: number): string => piece.repeat(Math.ceil(size / piece.length));
  for (const prefix of PREFIXES) {
    const text = prefix + ofSize(SIZE / PREFIXES.length);
    const shown = redactor.text(text);
    expect(redactor.text(shown)).toBe(shown);
  }
  const name = ofSize(SIZE / 5);
  redactor.learn({ credentials: { a: name, password: name }, [name]: name });
  expect(JSON.stringify(redactor.value({ [name]: name })).length).toBeGreaterThan(0);
});

test('each of 2,000 scenarios has a token of its own, and none is shown', () => {
  const redactor = createRedactor();
  for (let index = 0; index < 2_000; index += 1) {
    const token = `token-${index}-${index * 7919}`;
    redactor.learn({ headers: { Authorization: `Bearer ${token}` } });
    expect(redactor.text(`{"message": "${token}"}`)).toBe('{"message": "[redacted]"}');
  }
});
