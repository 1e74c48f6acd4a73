import { redactingCopier } from '../../redaction/process-redactor';
import type { TestRecord } from '../model/run-model';

/** Hides the secrets in a name. */
export type NameRedactor = (name: string) => string;

/**
 * Makes a function that hides the secrets in the names of a file's tests: a block may be named after an account. Most files
 * have none, so all full names are searched at once; then the result is `undefined`.
 */
export function nameRedactor(fullNames: readonly string[]): NameRedactor | undefined {
  const copier = redactingCopier();
  const redact: NameRedactor = (name) => String(copier.value(name));
  const all = fullNames.join('\n');
  return redact(all) === all ? undefined : redact;
}

/** A record whose names have no secrets. Jest and the journal know them as they are, so they are joined before. */
export function withSafeNames(record: TestRecord, redact: NameRedactor): TestRecord {
  const { ancestors, name, scenario } = record;
  const { needs, tags } = scenario ?? {};
  const lists = { ...(needs && { needs: needs.map(redact) }), ...(tags && { tags: tags.map(redact) }) };
  return {
    ...record,
    ...{ ancestors: ancestors.map(redact), name: redact(name) },
    ...(scenario && { scenario: { ...scenario, ...lists } }),
  };
}
