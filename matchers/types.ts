import type { Check } from '../src/assertions/checks/check';
import type { Json } from '../src/json/json';
import type { ExpectedDataOptions } from '../src/output/baseline/expected-data-options';
import type { RecordRule } from '../src/output/rules/record-rule';

/**
 * The matchers. They take an `ApiResponse` of the client (paths start at its body, `$http` works) or any plain value.
 *
 * Under `.not` they are strict too: a missing value, a contradictory response and a check that throws fail both with
 * and without `.not`, because nothing was verified. An invalid argument and a promise without `await` throw in both
 * cases.
 */
export interface ConnectorMatchers<R> {
  /**
   * Passes if the check holds at the path: a predicate, a function `value => boolean`, a plain value (compared with
   * `toEqual`) or an asymmetric matcher. With `*` in the path it must hold for every item.
   *
   * With `.not`: the value must exist and the check must not hold; with `*` it must hold for no item. To check that a
   * value is missing, use `.not.toHavePath(path)` or `isMissing()`.
   *
   * @example
   * expect(response).toSatisfyPath('data.status', equals('ready'));
   * expect(response).toSatisfyPath('$http.durationMs', lessThan(500));
   * expect(response).not.toSatisfyPath('data.items.*.status', equals('failed'));
   */
  toSatisfyPath(path: string, check: Check<Json>): R;

  /**
   * Passes if every path satisfies its check. The message lists all that fail.
   *
   * With `.not`: every path must exist, and at least one check must not hold.
   *
   * @example
   * expect(response).toSatisfyPaths({ success: true, 'data.workflow_id': exists(), 'data.run_id': exists() });
   */
  toSatisfyPaths(checks: { readonly [path: string]: Check<Json> }): R;

  /**
   * Passes if the path exists, even if its value is `null`. With `*` it must exist for every item.
   *
   * With `.not`: the path must not exist; with `*`, for no item. A value without keys, such as a string, fails with and
   * without `.not`.
   *
   * @example
   * expect(response).toHavePath('data.run_id');
   * expect(response).not.toHavePath('data.error');
   */
  toHavePath(path: string): R;

  /**
   * Passes if the check holds for the value itself (the body of an `ApiResponse`). It is short for `toSatisfyPath('',
   * check)`.
   *
   * With `.not`: the check must not hold.
   *
   * @example
   * expect(response.durationMs).toSatisfy(lessThan(500));
   */
  toSatisfy(check: Check<Json>): R;

  /**
   * Passes if `success` is `true` in the body and the HTTP status of the `ApiResponse` is 2xx.
   *
   * With `.not`: the response must report a failure: `success: false`, a status that isn't 2xx, or a `detail`. A value
   * that reports neither fails with and without `.not`. Add `toHaveHttpStatus(401)` to say which failure you expect.
   *
   * @example
   * expect(await client.auth({ credentials })).toBeSuccessful();
   */
  toBeSuccessful(): R;

  /**
   * Passes if the response has this HTTP status. It takes an `ApiResponse`, a `Response` of `fetch`, a response of
   * axios, or any object with a numeric `status` and with `headers`. Anything else throws.
   *
   * With `.not`: the response must have another status.
   *
   * @example
   * expect(await client.auth({ credentials: wrong })).toHaveHttpStatus(401);
   */
  toHaveHttpStatus(status: number): R;

  /**
   * Passes if a preflight response reports `ready`, at least one check ran, and none failed. `partial` isn't ready.
   *
   * With `.not`: the response must report `not_ready` or `partial`; from a server that reports no status, a failed
   * check counts. A value that isn't a preflight response, ran no check, contradicts itself or comes from a crash of
   * the app fails with and without `.not`.
   *
   * @example
   * expect(await client.preflight({ credentials, metadata })).toBeReady();
   */
  toBeReady(): R;

  /**
   * Passes if the preflight response contains this check and it passed. The case of the first letter doesn't matter:
   * `AuthCheck` matches `data.authCheck`.
   *
   * With `.not`: the check must have run and failed. A missing check fails with and without `.not`.
   *
   * @example
   * expect(response).toHavePassedCheck('databasesCheck');
   */
  toHavePassedCheck(name: string): R;

  /**
   * Passes if the preflight response contains this check and it failed. The case of the first letter doesn't matter.
   *
   * With `.not`: the check must have run and passed. A missing check fails with and without `.not`.
   *
   * @example
   * expect(response).toHaveFailedCheck('createPermission');
   */
  toHaveFailedCheck(name: string): R;

  /**
   * Passes if a workflow's output matches the baseline `file`. The received value is a folder or file of output (JSON
   * lines, or Parquet with the package `hyparquet`), or a list of records. `jest -u` writes the baseline. Without `-u`
   * nothing is written, and a missing baseline fails. Relative paths start at the Jest config's `rootDir`.
   *
   * With `.not`: something must differ. A missing baseline and missing or unreadable output fail with and without
   * `.not`.
   *
   * @example
   * expect(`${outputFolder}/transformed`).toMatchExpectedData(`${__dirname}/expected/sales.json`);
   * expect(records).toMatchExpectedData('expected/sales.json', { ignoredFields: { lastSyncRun: 'changes with each run' } });
   */
  toMatchExpectedData(file: string, options?: ExpectedDataOptions): R;

  /**
   * Passes if the records satisfy all rules. The received value is the same as for `toMatchExpectedData`. A rule that
   * is a warning never fails the test; its findings are shown, on the console if no other rule fails.
   *
   * With `.not`: at least one rule must be broken. Missing or unreadable output fails with and without `.not`.
   *
   * @example
   * expect(`${outputFolder}/transformed`).toSatisfyRecordRules([nonEmpty('Table'), uniqueQualifiedName()]);
   */
  toSatisfyRecordRules(rules: readonly RecordRule[]): R;
}

/**
 * The asymmetric matchers, for use in `toEqual`, `toHaveBeenCalledWith` and so on, and as checks of a scenario.
 *
 * @example
 * expect(responses).toEqual([expect.toBeSuccessful(), expect.not.toBeSuccessful()]);
 */
export type ConnectorAsymmetricMatchers = ConnectorMatchers<Json>;
