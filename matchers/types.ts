import type { Check } from '../src/assertions/checks/check';
import type { Json } from '../src/json/json';
import type { ExpectedDataOptions } from '../src/output/baseline/expected-data-options';
import type { RecordRule } from '../src/output/rules/record-rule';

/**
 * The matchers, for answers of the client (`ApiAnswer`: paths start at its body, and `$http` stands beside it) and for any
 * plain value.
 *
 * Under `.not` they stay careful: what is not there, and a check that throws, fails there too; a wrong argument, and a
 * promise that nobody awaited, throws in both voices.
 */
export interface ConnectorMatchers<R> {
  /**
   * The value at `path` satisfies `check`: a predicate, a function `value => boolean`, a plain value (deep equality) or an
   * asymmetric matcher. A path with `*` must hold for each item.
   *
   * With `.not` the value must be there and the check must not hold; at a path with `*` it must hold for no item. That
   * nothing is there is said with `.not.toHavePath(path)` or `isMissing()`.
   *
   * @example
   * expect(answer).toSatisfyPath('data.status', equals('ready'));
   * expect(answer).toSatisfyPath('$http.durationMs', lessThan(500));
   * expect(answer).not.toSatisfyPath('data.items.*.status', equals('failed'));
   */
  toSatisfyPath(path: string, check: Check<Json>): R;

  /**
   * Every path satisfies its check; all that fail are shown.
   *
   * With `.not` every path must lead somewhere, and at least one check must not hold.
   *
   * @example
   * expect(answer).toSatisfyPaths({ success: true, 'data.workflow_id': exists(), 'data.run_id': exists() });
   */
  toSatisfyPaths(checks: { readonly [path: string]: Check<Json> }): R;

  /**
   * The path leads somewhere, to `null` too. A path with `*` must do so for each item.
   *
   * With `.not` nothing is there; at a path with `*`, for no item.
   *
   * @example
   * expect(answer).toHavePath('data.run_id');
   * expect(answer).not.toHavePath('data.error');
   */
  toHavePath(path: string): R;

  /**
   * The value itself (of an `ApiAnswer`, its body) satisfies `check`: `toSatisfyPath('', check)`.
   *
   * @example
   * expect(answer.durationMs).toSatisfy(lessThan(500));
   */
  toSatisfy(check: Check<Json>): R;

  /**
   * `success` of the body is `true`, and the HTTP status of an `ApiAnswer` is 2xx.
   *
   * With `.not` the answer must say that it failed: `success: false`, an HTTP status that is not 2xx, or an error's
   * `detail`. A value that says neither fails in both voices. Add `toHaveHttpStatus(401)` to say which failure you expect.
   *
   * @example
   * expect(await client.auth({ credentials })).toBeSuccessful();
   */
  toBeSuccessful(): R;

  /**
   * The HTTP status of an answer: an `ApiAnswer`, or any object with a number as `status` and with `headers` (a `Response`
   * of `fetch`, an answer of axios). Anything else throws.
   *
   * @example
   * expect(await client.auth({ credentials: wrong })).toHaveHttpStatus(401);
   */
  toHaveHttpStatus(status: number): R;

  /**
   * The answer of a preflight says `ready`, at least one check ran, and none failed. `partial` is not ready.
   *
   * With `.not` the answer must say that it is not ready (`not_ready`, `partial`; of a server that names no status, a
   * failed check). What is no preflight answer, was not checked, contradicts itself or comes of a crash of the app fails
   * in both voices.
   *
   * @example
   * expect(await client.preflight({ credentials, metadata })).toBeReady();
   */
  toBeReady(): R;

  /**
   * The check `name` of a preflight ran and passed. The case of the first letter plays no part (`AuthCheck` is in
   * `data.authCheck`).
   *
   * With `.not` it must have run and failed: a check that is not there fails in both voices.
   *
   * @example
   * expect(answer).toHavePassedCheck('databasesCheck');
   */
  toHavePassedCheck(name: string): R;

  /**
   * The check `name` of a preflight ran and failed.
   *
   * With `.not` it must have run and passed: a check that is not there fails in both voices.
   *
   * @example
   * expect(answer).toHaveFailedCheck('createPermission');
   */
  toHaveFailedCheck(name: string): R;

  /**
   * What a workflow wrote is what the baseline `file` says. The received value is a folder or file of output (JSON lines;
   * Parquet with the package `hyparquet`), or a list of records. `jest -u` writes the baseline; without it nothing is
   * written, and a missing baseline fails. Relative paths start at the Jest config's `rootDir`.
   *
   * With `.not` something must differ; a missing baseline, and output that is not there or cannot be read, fails too.
   *
   * @example
   * expect(`${outputFolder}/transformed`).toMatchExpectedData(`${__dirname}/expected/sales.json`);
   * expect(records).toMatchExpectedData('expected/sales.json', { ignoredFields: { lastSyncRun: 'changes with each run' } });
   */
  toMatchExpectedData(file: string, options?: ExpectedDataOptions): R;

  /**
   * The records that a workflow wrote keep all rules. The received value is as that of `toMatchExpectedData`. A rule that is
   * a warning fails nothing; what it found is shown, by the console if no other rule fails.
   *
   * With `.not` at least one rule must not be kept; output that is not there or cannot be read fails too.
   *
   * @example
   * expect(`${outputFolder}/transformed`).toSatisfyRecordRules([nonEmpty('Table'), uniqueQualifiedName()]);
   */
  toSatisfyRecordRules(rules: readonly RecordRule[]): R;
}

/**
 * The matchers inside `toEqual`, `toHaveBeenCalledWith` and so on, and as checks of a scenario.
 *
 * @example
 * expect(answers).toEqual([expect.toBeSuccessful(), expect.not.toBeSuccessful()]);
 */
export type ConnectorAsymmetricMatchers = ConnectorMatchers<Json>;
