/** `1 key`, `1,234 keys`. */
export function countOf(count: number, word: string): string {
  return `${numberText(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** `1,234`. Not by `toLocaleString`, whose first call in a process takes ten milliseconds. */
export function numberText(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
