import { createRedactor } from '../../../src/redaction/redactor';
import { IN_MATRIX } from '../../support/in-matrix';
import { cut, FORMS } from './forms';

/** The same numbers in each run: a failure can be repeated. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LETTERS = [...Array.from('abcXYZ0189"\'\\/%+&=<>;:@?#-_.,!{}[]$ éß€😀'), '%41', '\\n', '&amp;'];
const PIECES = [
  '{"a": "',
  '"}',
  'password',
  ': ',
  ' ',
  '\n',
  '\\',
  '"',
  "'",
  '=',
  '&',
  '?token=',
  'x',
  '12',
  '[redacted]',
  'Bearer ',
  '://u:',
  '@h',
  ',',
];

/** Of the rounds: all in the matrix. */
const SHARE = IN_MATRIX ? 1 : 0.1;

const pick = <T>(list: readonly T[], next: (below: number) => number): T => list[next(list.length)] as T;

function randomSecret(next: (below: number) => number): string {
  const middle = Array.from({ length: 4 + next(next(8) === 0 ? 80 : 16) }, () => pick(LETTERS, next)).join('');
  return `q${middle}Z`;
}

test('nothing is left of random secrets in random forms and places', () => {
  const next = numbers(20261123);
  const forms = Object.values(FORMS);
  for (let round = 0; round < 2_000 * SHARE; round += 1) {
    const secrets = [randomSecret(next), randomSecret(next)];
    const redactor = createRedactor();
    redactor.learn({ credentials: { password: secrets[0], token: secrets[1] } });
    const parts = Array.from({ length: 6 }, () => {
      const spelled = pick(forms, next)(pick(secrets, next));
      return next(4) === 0 ? cut(spelled, ' '.repeat(next(5))) : spelled;
    });
    const text = parts.map((part) => `${pick(PIECES, next)} ${part} ${pick(PIECES, next)}`).join(' | ');

    const shown = redactor.text(text);
    const copied = JSON.stringify(redactor.value({ text, [text]: [text] }));
    for (const part of [...parts, ...secrets]) {
      if (shown.includes(part) || copied.includes(JSON.stringify(part).slice(1, -1))) {
        throw new Error(`round ${round}: ${JSON.stringify({ secrets, part, text, shown })}`);
      }
    }
  }
});

test('twice is the same as once, whatever the text', () => {
  const next = numbers(7);
  const redactor = createRedactor({ names: ['tenant'] });
  redactor.learn({
    credentials: { password: 'k9"Xq', token: '12345678', secret: 'x\\y%41', key: 'redacted]x', a: 'password: 12' },
  });
  const all = [
    ...PIECES,
    'k9"Xq',
    'k9\\"Xq',
    '12345678',
    'tenant',
    'cookie',
    'authorization',
    'api_key',
    '\\"',
    'Basic YTpiY2RlZg==',
    'eyJabcdefgh.ijklmnop1.x',
    '[',
  ];
  for (let round = 0; round < 4_000 * SHARE; round += 1) {
    const text = Array.from({ length: 1 + next(12) }, () => pick(all, next)).join('');
    const once = redactor.text(text);
    const twice = redactor.text(once);
    if (twice !== once) throw new Error(`round ${round}: ${JSON.stringify({ text, once, twice })}`);
  }
});

test('random JSON stays JSON, and twice is the same as once', () => {
  const next = numbers(99);
  const make = (depth: number): unknown => {
    const kind = next(depth > 3 ? 4 : 6);
    if (kind === 0) return next(2) === 0 ? 12345678 : next(1e6);
    if (kind === 1) return pick([null, true, '', 'plain'], next);
    if (kind < 4) return pick(PIECES, next) + randomSecret(next) + pick(['12345678', 'qab"c\\', ''], next);
    const items = Array.from({ length: next(4) }, () => make(depth + 1));
    if (kind === 4) return items;
    return Object.fromEntries(
      items.map((item) => [pick(['a', 'password', 'key', 'value', 'credentials', 'extra', 'n"x'], next), item]),
    );
  };
  const redactor = createRedactor();
  for (const one of ['12345678', 'qab"c\\', 'n"x0', 'uab"']) redactor.addSecret(one);
  for (let round = 0; round < 3_000 * SHARE; round += 1) {
    // A number alone is a text like any other.
    const value = [make(0)];
    const text = JSON.stringify(value, null, next(3));
    const once = redactor.text(text);
    const copy: unknown = redactor.value(value);
    expect(() => JSON.parse(once)).not.toThrow();
    if (redactor.text(once) !== once) throw new Error(JSON.stringify({ text, once, twice: redactor.text(once) }));
    expect(redactor.value(copy)).toEqual(copy);
  }
});
