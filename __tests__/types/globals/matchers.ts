// The global `expect` of '@types/jest'.
import { type ApiResponse, createClient, equals, exists, greaterThan } from 'jest-connector';
import * as matchers from 'jest-connector/matchers';

declare const response: ApiResponse;

expect(response).toSatisfyPath('data.status', equals('ready'));
expect(response).toSatisfyPath('data.items', (items) => items.length > 0);
expect(response).toSatisfyPath('data.status', 'ready');
expect(response).toSatisfyPath('data.status', expect.stringContaining('rea'));
expect(response).not.toSatisfyPath('data.count', greaterThan(5));
expect(response).toSatisfyPaths({ success: true, 'data.run_id': exists(), 'data.n': (n: number) => n > 1 });
expect(response).toHavePath('data');
expect(5).toSatisfy(greaterThan(4));
expect(response).toBeSuccessful();
expect(response).toHaveHttpStatus(200);
expect(response).toBeReady();
expect(response).toHavePassedCheck('authCheck');
expect(response).toHaveFailedCheck('authCheck');

const promised: Promise<void> = expect(createClient().auth()).resolves.toBeSuccessful();
const rejected: Promise<void> = expect(createClient().auth()).rejects.not.toBeReady();
const returned: void = expect(response).toBeReady();
expect([response]).toEqual([expect.toBeReady(), expect.not.toSatisfyPath('a', 1)]);
expect.extend(matchers);
export { promised, rejected, returned };

// @ts-expect-error -- no such matcher
expect(response).toBeReadyy();
// @ts-expect-error -- no such asymmetric matcher
expect.toBeReadyy();
// @ts-expect-error -- `exists` without its parentheses
expect(response).toSatisfyPath('data', exists);
// @ts-expect-error -- no check
expect(response).toSatisfyPath('data');
// @ts-expect-error -- the path is a string
expect(response).toHavePath(5);
// @ts-expect-error -- a status is a number
expect(response).toHaveHttpStatus('200');
// @ts-expect-error -- no argument
expect(response).toBeSuccessful(false);
// @ts-expect-error -- `exists` without its parentheses
expect(response).toSatisfyPaths({ data: exists });
// @ts-expect-error -- the name is missing
expect(response).toHavePassedCheck();
