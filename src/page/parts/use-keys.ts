import { useLayoutEffect } from 'preact/hooks';

/** What each key does; the browser doesn't handle it as well. */
export type Keys = Readonly<Record<string, () => void>>;

/** Handles keys that are pressed outside of fields. */
export function useKeys(keys: Keys): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const handler = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (handler === undefined || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

function isTaken({ target, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || document.querySelector('dialog[open]') !== null) return true;
  return target instanceof Element && target.closest('input, select, textarea') !== null;
}
