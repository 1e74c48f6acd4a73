import { readPreflightBody } from '../../apis/preflight/preflight-response';
import { readinessOf } from '../../apis/preflight/readiness';
import { allOf, anyOf, custom, equals, isEmpty, isList, isNone, isNotEmpty } from '../../assertions';
import { defined } from '../../defined';
import type { Json } from '../../json/json';
import type { Scenario } from '../../scenario/scenario';
import { coped, refused } from '../response-checks';
import type { StandardOptions } from '../standard-options';
import { wrongCredentialsOf } from './login-scenarios';
import { credentialsOf } from './right-credentials';

/** The preflight check: ready with the right credentials, and with no others. */
export function preflightScenarios(options: StandardOptions): Scenario[] {
  const { preflight } = options;
  const parts = preflight === undefined || preflight === false ? {} : defined({ ...preflight });
  return [
    {
      ...{ name: 'preflight_ready', api: 'preflight', ...credentialsOf(options), ...parts },
      assertThat: { success: equals(true), '': custom(isReady, 'a preflight that is ready, with checks that passed') },
    },
    {
      ...{ name: 'preflight_wrong_credentials', api: 'preflight', ...wrongCredentialsOf(options), ...parts },
      assertThat: { ...coped(), '': custom(isNotReady, 'a preflight that is not ready') },
    },
  ];
}

/** The list of metadata: not empty with the right credentials, and nothing with others. */
export function metadataScenarios(options: StandardOptions): Scenario[] {
  const { metadata } = options;
  const args = metadata === undefined || metadata === false ? {} : (metadata.args ?? {});
  const wrong = wrongCredentialsOf(options);
  return [
    {
      ...{ name: 'metadata_listed', api: 'metadata', ...credentialsOf(options) },
      changeArgs: (given: object) => ({ ...given, ...args }),
      assertThat: { success: equals(true), data: allOf(isList(), isNotEmpty()) },
    },
    {
      ...{ name: 'metadata_wrong_credentials', api: 'metadata', ...wrong },
      changeArgs: (given: object) => ({ ...(wrong.changeArgs?.(given) ?? given), ...args }),
      assertThat: { ...refused(), data: anyOf(isNone(), isEmpty()) },
    },
  ];
}

/** `partial` is ready with a warning. */
function isReady(body: Json): boolean {
  const preflight = readPreflightBody(body);
  if (preflight === undefined) return false;
  const { ready, why } = readinessOf(preflight);
  const [status] = preflight.statuses;
  return (
    ready === true || (status === 'partial' && why === '' && preflight.checks.some(({ passed }) => passed === true))
  );
}

/** An error without a verdict is one, too, unless it claims success. */
function isNotReady(body: Json): boolean {
  const preflight = readPreflightBody(body);
  if (preflight !== undefined) return readinessOf(preflight).ready === false && preflight.statuses[0] !== 'partial';
  const { success, detail, message } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return success !== true && (success === false || typeof detail === 'string' || typeof message === 'string');
}
