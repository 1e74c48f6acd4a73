// Nothing imported: "types" of the tsconfig names 'jest-connector/register'.
declare const response: object;

expect(response).toBeReady();
expect([response]).toEqual([expect.toHavePath('a')]);
// @ts-expect-error -- no such matcher
expect(response).toBeReadyy();
