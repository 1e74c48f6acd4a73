import type { expect } from '@jest/globals';
import { redactedPrintableCopy, redactText } from '../../redaction/process-redactor';

type Serializer = Extract<Parameters<(typeof expect)['addSnapshotSerializer']>[0], { serialize: unknown }>;
/** What a serializer gets behind the value. */
export type PrintArguments = Parameters<Serializer['serialize']> extends [unknown, ...infer Rest] ? Rest : never;

let isPrinting = false;

/**
 * Keeps secrets out of snapshots: a snapshot is committed. It takes what is to be printed as a whole, and lets Jest and
 * all other serializers print it without its secrets.
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
