import { toPredicate } from './checks/to-predicate';
import { evaluate, type EvaluateOptions } from './evaluate';
import { noKeysReason } from './paths/no-keys';
import { parsePath, places } from './paths/path';
import type { Predicate } from './predicates/predicate';
import type { Subject } from './subject';
import { keepingKeyLists } from './values/key-lists';

interface PreparedCheck {
  readonly segments: readonly string[];
  readonly problem?: string | undefined;
  readonly predicate: Predicate;
}

/** Checks that are evaluated for many subjects, without reasons: only whether all of them pass. */
export class PreparedChecks {
  readonly #assertThat: Readonly<Record<string, unknown>>;
  readonly #checks: readonly PreparedCheck[];
  readonly #options: EvaluateOptions;

  constructor(assertThat: Readonly<Record<string, unknown>>, options: EvaluateOptions = {}) {
    this.#assertThat = assertThat;
    this.#checks = Object.entries(assertThat).map(([path, check]) => ({
      ...parsePath(path),
      predicate: toPredicate(check),
    }));
    this.#options = options;
  }

  /** Whether all checks pass, as {@link evaluate} decides it. Calls each check at most once per value. Never throws. */
  allPass(subject: Subject): boolean {
    const passes = keepingKeyLists(() => this.#checks.every((check) => passesAt(subject, check)));
    if (!passes || this.#options.strictPaths !== true) return passes;
    return evaluate(subject, this.#assertThat, this.#options).every(({ passed }) => passed);
  }
}

function passesAt(subject: Subject, { segments, problem, predicate }: PreparedCheck): boolean {
  if (problem !== undefined) return false;
  try {
    for (const place of places(subject, segments)) {
      if (!place.found && noKeysReason(subject, place) !== undefined) return false;
      if (!predicate(place.value)) return false;
    }
    return true;
  } catch {
    // A check that throws fails.
    return false;
  }
}
