import { useEffect, useState } from 'preact/hooks';
import { hashOf, parseHash, type Route } from './data/route';

/** Goes to a place. With `replace`, the browser's back button skips the current one. */
export type Go = (route: Route, replace?: boolean) => void;

/** The place that the address names, and a function that goes to another one. */
export function useRoute(): [Route, Go] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const onChange = (): void => setHash(location.hash);
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  const go: Go = (route, replace = false) => {
    if (replace) history.replaceState(null, '', hashOf(route));
    else location.hash = hashOf(route);
    setHash(hashOf(route));
  };
  return [parseHash(hash), go];
}
