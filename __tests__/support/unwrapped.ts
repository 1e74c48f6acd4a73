/** Output in which the lines that a message was broken into are one again. */
export function unwrapped(output: string): string {
  return output.replace(/\n {2,}(?=\S)/g, ' ');
}
