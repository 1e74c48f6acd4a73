import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { copyText } from './copy-text';
import { Icon } from './icon';

const SHOWN_MS = 1_500;

interface Props {
  /** What is copied, such as `curl`. */
  readonly what: string;
  readonly text: () => string;
  readonly label?: string | undefined;
}

/** Copies a string, and reports whether that worked. */
export function CopyButton({ what, text, label }: Props): JSX.Element {
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setOutcome(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => setOutcome((await copyText(text())) ? 'Copied' : 'Select and copy it');
  return (
    <button
      type="button"
      class={`copy${label === undefined ? ' bare' : ''}`}
      onClick={() => void copy()}
      title={`Copy ${what}`}
    >
      <Icon name={outcome === 'Copied' ? 'passed' : 'copy'} />
      <span class={label === undefined ? 'hidden' : ''}>{outcome || (label ?? `Copy ${what}`)}</span>
      <span class="hidden" role="status">
        {outcome}
      </span>
    </button>
  );
}
