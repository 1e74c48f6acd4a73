import { findTraceback, lastTraceback } from '../../../src/report/find-traceback';

const PYTHON = ['Traceback (most recent call last):', '  File "a.py", line 1, in a', '    b()', 'ValueError: one'];
const CHAINED = [
  ...PYTHON,
  '',
  'During handling of the above exception, another exception occurred:',
  '',
  'Traceback (most recent call last):',
  '  File "b.py", line 2, in b',
  'RuntimeError: two',
];
const GROUP = [
  '  + Exception Group Traceback (most recent call last):',
  '  |   File "a.py", line 1, in a',
  '  | ExceptionGroup: two (2 sub-exceptions)',
  '  +-+---------------- 1 ----------------',
  '    | ValueError: one',
  '    +------------------------------------',
];
const NODE = ['TypeError: x is not a function', '    at a (/app/a.js:1:2)', '    at b (/app/b.js:3:4)'];
const JAVA = ['java.lang.Error: x', '\tat a.B.c(B.java:1)', 'Caused by: java.io.IOException: y', '\t... 12 more'];

const FROM = 1_000;
const lines = (texts: readonly string[], time = FROM) => texts.map((text) => ({ time, text }));
const request = { from: FROM, to: FROM + 50, path: '/workflows/v1/auth', status: 500 };

test.each([
  ['Python', PYTHON],
  ['a chain of Python', CHAINED],
  ['a group of Python', GROUP],
  ['Node', NODE],
  ['Java', JAVA],
])('a traceback of %s is found as a whole', (_what, texts) => {
  const all = lines(['INFO before', ...texts, 'INFO after']);
  const end = 1 + texts.length + (texts === GROUP ? 1 : 0);
  expect(findTraceback(all, request)).toEqual([1, end]);
  expect(lastTraceback(all)).toEqual([1, end]);
});

test('of several that of the time of the request is taken', () => {
  const all = [...lines(PYTHON, FROM - 5), ...lines(NODE, FROM + 10), ...lines(PYTHON, FROM + 5_000)];
  expect(findTraceback(all, request)).toEqual([4, 7]);
});

test.each([
  ['after it', ['INFO: "POST /workflows/v1/auth HTTP/1.1" 500', 'ERROR: Exception in ASGI application', ...PYTHON]],
  ['before it', [...PYTHON, '127.0.0.1 "POST /workflows/v1/auth HTTP/1.1" 500 -']],
])('of several of that time the one beside its line of the access log: %s', (_where, texts) => {
  const other = [...NODE, 'INFO: "GET /other HTTP/1.1" 500', 'a', 'b', 'c'];
  const start = other.length + texts.indexOf(PYTHON[0] ?? '');
  expect(findTraceback(lines([...other, ...texts]), request)).toEqual([start, start + PYTHON.length]);
});

test('without a response, no line can name its status', () => {
  const all = lines([...NODE, 'a', 'b', 'c', 'GET /workflows/v1/auth undefined', ...PYTHON]);
  expect(findTraceback(all, { ...request, status: undefined })).toEqual([0, NODE.length]);
});

test('two in a row are two', () => {
  expect(lastTraceback(lines([...PYTHON, ...PYTHON]))).toEqual([4, 8]);
  expect(lastTraceback(lines([...PYTHON, '', ...PYTHON]))).toEqual([5, 9]);
});

test('an app log without a traceback has none', () => {
  expect(findTraceback(lines(['INFO a', '  indented', 'at noon']), request)).toBeUndefined();
  expect(lastTraceback([])).toBeUndefined();
});
