import { expect, test } from '@jest/globals';
import { parse } from 'dotenv';
import { dotenvProblems } from '../../../src/env/dotenv-problems';

const CUT = /^the value of P was cut at a "#"/;
const OPEN = /^the value of P starts with a quote but does not end with it/;
const CLOSED = /^the value of P ends with a quote but does not start with it/;
const IGNORED = /^the line does not have the form NAME=value/;

test.each([
  ['P=te#st', CUT, 'single quotes'],
  ['P=#test', CUT, 'single quotes'],
  ['P=test#', CUT, 'single quotes'],
  ['export P=te#st # why', CUT, 'single quotes'],
  ['P = a b#c', CUT, 'single quotes'],
  ['P: te#st', CUT, 'single quotes'],
  ["P=it's#1", CUT, 'double quotes'],
  ['P="a"b#c', CUT, 'single quotes'],
  [`P='a"b#c`, CUT, 'single quotes'],
  [`P=a"b'c#d`, CUT, 'backticks'],
  ['P="abc', OPEN, 'single quotes'],
  ["P='abc", OPEN, 'single quotes'],
  ['P=`abc', OPEN, 'single quotes'],
  ['P="', OPEN, 'single quotes'],
  ['P="abc # note', OPEN, 'single quotes'],
  ['P="a"b', OPEN, 'single quotes'],
  [`P="a'`, OPEN, 'double quotes'],
  ['P=abc"', CLOSED, 'single quotes'],
  ["P=abc' # note", CLOSED, 'double quotes'],
])('%s', (line, what, quotes) => {
  expect(dotenvProblems(`A=1\n${line}\nB=2\n`)).toEqual([
    { line: 2, name: 'P', what: expect.stringMatching(what), fix: `put the value in ${quotes}.` },
  ]);
});

test.each(['P db.local', 'P', 'export P', '=x', 'MY P=1', '- P=1', '{"P": 1}', 'P :x', 'set -a'])(
  'a malformed line: %s',
  (line) => {
    const text = `\n# first\nA=1\n\n  ${line}\nB=2`;
    expect(dotenvProblems(text)).toEqual([
      { line: 5, what: expect.stringMatching(IGNORED), fix: expect.stringContaining('start the line with "#"') },
    ]);
    expect(dotenvProblems(text.replaceAll('\n', '\r\n'))).toEqual(dotenvProblems(text));
  },
);

test.each(['-----BEGIN KEY-----\nMIIC/x==\n-----END KEY-----', '{\n  "a": 1\n}'])(
  'lines in a row are told once, with what they probably continue: %j',
  (value) => {
    expect(dotenvProblems(`A=1\nP=${value}\nB=2`)).toEqual([
      {
        line: 3,
        what: expect.stringMatching(IGNORED),
        fix: expect.stringContaining('if the value of P spans several lines, put all of it in quotes'),
      },
    ]);
  },
);

test('a quote that is closed lines later, by that of another variable', () => {
  expect(dotenvProblems('A=1\nP="abc\nQ="\nR=1\n')).toEqual([
    {
      line: 2,
      name: 'P',
      what: 'the quoted value of P continues over the next lines and swallows the assignment on line 3.',
      fix: expect.stringContaining('close the quotes'),
    },
  ]);
});

test.each([
  '',
  '\uFEFFP=abc',
  'P=',
  'P=\n\n# comment\nQ=1',
  'P=te st',
  'P=abc # comment',
  'P=abc\t#comment',
  'P= # comment',
  'P="te#st"',
  `P='te"#st' # comment`,
  'P="te#st"#comment',
  'P=`a"b#\'c`',
  "P='it's'",
  "P=it's",
  'P="a"b"',
  'P=\'{"a": 1}\'',
  'export P=abc\nexport P',
  '#P=te#st\n   # P="',
  'P="-----BEGIN KEY-----\nAB=C\n-----END KEY-----"\nQ=1',
  'P="two\nlines=too"\nQ=1',
  'P.Q-R=1',
])('says nothing of %j', (text) => {
  expect(dotenvProblems(text)).toEqual([]);
});

test('reads a value where dotenv does', () => {
  const text = 'P=te#st\nQ="a#b"\nR=\'x\n';
  expect(parse(text)).toEqual({ P: 'te', Q: 'a#b', R: "'x" });
  expect(dotenvProblems(text).map(({ name }) => name)).toEqual(['P', 'R']);
});

test('never holds a value', () => {
  const secret = 's3cr3t';
  const lines = [`P=${secret}#${secret}`, `Q="${secret}`, `${secret} x`, `R=${secret}"`, `S='\nT=${secret}'`];
  for (const line of lines) {
    const problems = dotenvProblems(line);
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain(secret);
  }
});
