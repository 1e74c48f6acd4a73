import { withoutSecrets } from '../../redaction/process-redactor';
import type { TestRecord } from '../model/run-model';

/** The names in the record of a test. */
export type TestNames = Pick<TestRecord, 'ancestors' | 'name' | 'scenario'>;

/**
 * The names without secrets: a block may be named after an account. Jest and the journal know them as they are, so they
 * are joined before.
 *
 * @param isFullNameSafe Whether the full name, which the others are parts of, has no secret.
 */
export function safeNames({ ancestors, name, scenario }: TestNames, isFullNameSafe: boolean): TestNames {
  const { needs, tags } = scenario ?? {};
  const lists = {
    ...(needs && { needs: needs.map(withoutSecrets) }),
    ...(tags && { tags: tags.map(withoutSecrets) }),
  };
  return {
    ...(isFullNameSafe
      ? { ancestors, name }
      : { ancestors: ancestors.map(withoutSecrets), name: withoutSecrets(name) }),
    ...(scenario && { scenario: { ...scenario, ...lists } }),
  };
}
