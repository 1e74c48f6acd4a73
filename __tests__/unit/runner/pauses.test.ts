import { growingPauses } from '../../../src/runner/pauses';

const first = (count: number, pauses: Generator<number>): number[] =>
  Array.from({ length: count }, () => Math.round(pauses.next().value as number));

test('pauses grow by half, up to the longest', () => {
  expect(first(7, growingPauses(300))).toEqual([50, 75, 113, 169, 253, 300, 300]);
});

test('a pause is never longer than the longest', () => {
  expect(first(2, growingPauses(20))).toEqual([20, 20]);
  expect(first(3, growingPauses(1_000, 400))).toEqual([400, 600, 900]);
});
