import type { expect } from '@jest/globals';
import { redactedPrintableCopy, redactText } from '../../redaction/process-redactor';

type Serializer = Extract<Parameters<(typeof expect)['addSnapshotSerializer']>[0], { serialize: unknown }>;
/** The arguments that a serializer receives after the value. */
export type PrintArguments = Parameters<Serializer['serialize']> extends [unknown, ...infer Rest] ? Rest : never;

let isPrinting = false;

/**
 * Keeps secrets out of snapshots, because snapshots are committed. It handles each printed value as a whole and lets Jest
 * and all other serializers print the redacted copy.
 */
export const redactingSerializer: Serializer = {
  test: () => !isPrinting,

  serialize(value: unknown, ...[config, indentation, depth, refs, print]: PrintArguments) {
    isPrinting = true;
    try {
      return redactText(print(redactedPrintableCopy(value, { readsGetters: true }), config, indentation, depth, refs));
    } finally {
      isPrinting = false;
    }
  },
};
