import type { JSX } from 'preact';
import { statusLabel } from '../../run-report/model/test-status';
import { statusKind } from '../data/status';

/** Paths on a grid of 16 by 16. Each status has a form of its own, because some readers do not see the colours. */
const PATHS: Readonly<Record<string, string>> = {
  passed: 'M3.5 8.5l3 3 6-6.5',
  failed: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  flaky: 'M12.5 6.5A5 5 0 0 0 3.6 5M3.5 9.5A5 5 0 0 0 12.4 11M3.5 2.5V5H6M12.5 13.5V11H10',
  crashed: 'M9 2.5L4.5 9H8l-1 4.5L11.5 7H8z',
  notRun: 'M8 3v6M8 12.4v.2',
  skipped: 'M4.5 8h7',
  todo: 'M4 8h.1M8 8h.1M12 8h.1',
  unknown: 'M6 6a2 2 0 1 1 2.6 1.9c-.5.2-.6.6-.6 1.3M8 12.3v.2',
  copy: 'M6 5.5h6.5v8H6zM3.5 10.5v-8H10',
  search: 'M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9zM10.3 10.3L13.5 13.5',
  sun: 'M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z',
  auto: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11M10 5.5v5',
  chevron: 'M6 4l4 4-4 4',
  back: 'M10 4L6 8l4 4',
  help: 'M6 6a2 2 0 1 1 2.6 1.9c-.5.2-.6.6-.6 1.3M8 12.3v.2',
};

/** An icon without a name of its own: it is beside its name. */
export function Icon({ name }: { readonly name: string }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name] ?? PATHS['unknown']} />
    </svg>
  );
}

/** The icon of a status, with its name for screen readers. */
export function StatusIcon({ status }: { readonly status: string }): JSX.Element {
  const kind = statusKind(status);
  return (
    <span class={`status s-${kind}`} role="img" aria-label={statusLabel(status)} title={statusLabel(status)}>
      <Icon name={kind} />
    </span>
  );
}

/** A status in words, with its colour. */
export function StatusBadge({ status }: { readonly status: string }): JSX.Element {
  const kind = statusKind(status);
  return (
    <span class={`badge s-${kind}`}>
      <Icon name={kind} />
      {statusLabel(status)}
    </span>
  );
}
