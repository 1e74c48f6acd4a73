import { ConnectorTestError } from '../errors';

type JestGlobals = typeof import('@jest/globals');

/** The functions of Jest that this package needs. */
export type TestFramework = Pick<
  JestGlobals,
  'afterAll' | 'afterEach' | 'beforeAll' | 'beforeEach' | 'describe' | 'expect' | 'test'
>;

/**
 * Jest's functions for the test file that is being loaded, whether or not `injectGlobals` is on.
 *
 * @throws ConnectorTestError NOT_IN_JEST outside of a Jest test file.
 */
export function testFramework(): TestFramework {
  const framework = jestGlobals();
  if (framework !== undefined) return framework;
  throw new ConnectorTestError('NOT_IN_JEST', {
    what: 'describeConnector() was called outside of Jest.',
    why: 'it uses Jest’s describe and test, which only exist while Jest loads a test file.',
    fix: 'run the file with `npx jest`; to send requests from a script, use createClient().',
  });
}

/** The test file that is being loaded or run; `undefined` outside of Jest. */
export function currentTestPath(): string | undefined {
  // While `setupFiles` are loaded, there is no `expect` yet.
  return (jestGlobals() as Partial<JestGlobals> | undefined)?.expect?.getState().testPath;
}

/** The full name of the running test; `undefined` outside of Jest and before the first test. */
export function currentTest(): string | undefined {
  try {
    const { currentTestName, currentConcurrentTestName } = testFramework().expect.getState();
    // `currentTestName` names the test that began last.
    return currentConcurrentTestName?.() ?? currentTestName;
  } catch {
    // Scripts may use the client too.
    return undefined;
  }
}

function jestGlobals(): JestGlobals | undefined {
  try {
    return require('@jest/globals') as JestGlobals;
  } catch {
    // The package throws if it is loaded outside of a test file.
    return undefined;
  }
}
