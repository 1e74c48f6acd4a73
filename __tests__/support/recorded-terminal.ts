import type { Terminal } from '../../src/cli/terminal';

/** A terminal that keeps what was printed. */
export interface RecordedTerminal extends Terminal {
  readonly printed: string[];
  readonly notices: string[];
}

export function recordedTerminal(isInteractive = false): RecordedTerminal {
  const printed: string[] = [];
  const notices: string[] = [];
  return {
    printed,
    notices,
    print: (text) => void printed.push(text),
    notice: (text) => void notices.push(text),
    isInteractive,
  };
}
