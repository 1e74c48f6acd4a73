import type { JSX } from 'preact';

/** A sentence whose parts in backticks are code. */
export function WithCode({ text }: { readonly text: string }): JSX.Element {
  const parts = text.split(/`([^`\n]+)`/);
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : <code key={index}>{part}</code>))}</>;
}
