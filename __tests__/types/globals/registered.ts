// Nothing imported: "types" of the tsconfig names 'jest-connector/register'.
declare const answer: object;

expect(answer).toBeReady();
expect([answer]).toEqual([expect.toHavePath('a')]);
// @ts-expect-error -- no such matcher
expect(answer).toBeReadyy();
