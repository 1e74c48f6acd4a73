// `expect` of '@jest/globals', without '@types/jest' in the program.
import { expect } from '@jest/globals';
import { type ApiAnswer, createClient, equals, exists, greaterThan } from 'jest-connector';
import * as matchers from 'jest-connector/matchers';

declare const answer: ApiAnswer;

expect(answer).toSatisfyPath('data.status', equals('ready'));
expect(answer).toSatisfyPath('data.items', (items) => items.length > 0);
expect(answer).toSatisfyPath('data.status', 'ready');
expect(answer).toSatisfyPath('data.status', expect.stringContaining('rea'));
expect(answer).not.toSatisfyPath('data.count', greaterThan(5));
expect(answer).toSatisfyPaths({ success: true, 'data.run_id': exists(), 'data.n': (n: number) => n > 1 });
expect(answer).toHavePath('data');
expect(5).toSatisfy(greaterThan(4));
expect(answer).toBeSuccessful();
expect(answer).toHaveHttpStatus(200);
expect(answer).toBeReady();
expect(answer).toHavePassedCheck('authCheck');
expect(answer).toHaveFailedCheck('authCheck');

const promised: Promise<void> = expect(createClient().auth()).resolves.toBeSuccessful();
const rejected: Promise<void> = expect(createClient().auth()).rejects.not.toBeReady();
const returned: void = expect(answer).toBeReady();
expect([answer]).toEqual([expect.toBeReady(), expect.not.toSatisfyPath('a', 1)]);
expect.extend(matchers);
export { promised, rejected, returned };

// @ts-expect-error -- no such matcher
expect(answer).toBeReadyy();
// @ts-expect-error -- no such asymmetric matcher
expect.toBeReadyy();
// @ts-expect-error -- `exists` without its parentheses
expect(answer).toSatisfyPath('data', exists);
// @ts-expect-error -- no check
expect(answer).toSatisfyPath('data');
// @ts-expect-error -- the path is a string
expect(answer).toHavePath(5);
// @ts-expect-error -- a status is a number
expect(answer).toHaveHttpStatus('200');
// @ts-expect-error -- no argument
expect(answer).toBeSuccessful(false);
// @ts-expect-error -- `exists` without its parentheses
expect(answer).toSatisfyPaths({ data: exists });
// @ts-expect-error -- the name is missing
expect(answer).toHavePassedCheck();
