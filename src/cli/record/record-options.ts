/** The options of `jest-connector record`. */
export interface RecordOptions {
  readonly api?: string;
  readonly all?: true;
  readonly args?: string;
  readonly name?: string;
  readonly out?: string;
  readonly writes?: true;
  readonly expectRefusal?: true;
  readonly start?: true;
  readonly url?: string;
  readonly config?: string;
  readonly json?: true;
}
