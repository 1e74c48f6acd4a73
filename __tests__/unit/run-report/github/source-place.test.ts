import { placeOfFrame, withinCheckout } from '../../../../src/run-report/github/source-place';

const ROOTS = { rootDir: '/checkout/app', workspace: '/checkout' };

test.each([
  ['    at Object.<anonymous> (/checkout/app/a b.ts:21:30)', { file: 'app/a b.ts', line: 21, column: 30 }],
  ['    at /checkout/scenarios.ts:1:2', { file: 'scenarios.ts', line: 1, column: 2 }],
  ['    at async file:///checkout/app/a%20b.mts:3:4', { file: 'app/a b.mts', line: 3, column: 4 }],
  ['    at Object.<anonymous> (/elsewhere/a.ts:21:30)', undefined],
  ['    at new Promise (<anonymous>)', undefined],
  ['    at node:internal/process/task_queues:95:5', undefined],
  ['', undefined],
])('the place of %j', (frame, place) => {
  expect(placeOfFrame(frame, ROOTS)).toEqual(place);
});

test('a place of the model is relative to rootDir', () => {
  expect(withinCheckout({ file: 'tests/a.ts', line: 3 }, ROOTS)).toEqual({ file: 'app/tests/a.ts', line: 3 });
  expect(withinCheckout({ file: '../shared.ts' }, ROOTS)).toEqual({ file: 'shared.ts' });
  expect(withinCheckout({ file: '../../outside.ts' }, ROOTS)).toBeUndefined();
  expect(withinCheckout({ file: '../' }, ROOTS)).toBeUndefined();
});

test.each(['##[error]a.ts', 'a\u0000.ts', 'a\n.ts', '\ud800.ts', 'a'.repeat(1_001)])(
  'a path that no file has: %.20j',
  (file) => {
    expect(withinCheckout({ file }, ROOTS)).toBeUndefined();
  },
);
