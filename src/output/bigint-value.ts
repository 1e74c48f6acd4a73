/** A number where a number can hold it; otherwise its digits. */
export function bigintValue(value: bigint): number | string {
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}
