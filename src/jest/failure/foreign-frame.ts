/** Whether a stack line is of a package or of Node, and not of the user's code. */
export function isForeignFrame(frame: string): boolean {
  return /[\\/]node_modules[\\/]|\(?node:|\(<anonymous>\)$/.test(frame);
}
