import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Coverage } from './coverage/coverage';
import { hashOf, NO_FILTER } from './data/route';
import type { RunData } from './data/run-data';
import { TestPage } from './detail/test-page';
import { Header } from './header';
import { Help } from './help';
import { TestList } from './list/test-list';
import { Overview } from './overview/overview';
import { useTheme } from './parts/theme';
import { useKeys } from './parts/use-keys';
import { useRoute } from './use-route';

/** The whole page. */
export function App({ data }: { readonly data: RunData }): JSX.Element {
  const [route, go] = useRoute();
  const [theme, nextTheme] = useTheme();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const lastId = useRef<string | undefined>(undefined);
  if (route.view === 'test') lastId.current = route.id;

  // A change of their filters doesn't scroll.
  const place = route.view === 'list' || route.view === 'coverage' ? route.view : hashOf(route);
  useEffect(() => {
    if (route.view !== 'list') window.scrollTo(0, 0);
    document.title = titleOf(data, route.view === 'test' ? data.byId.get(route.id)?.name : undefined);
  }, [place]);

  const search = (): void => {
    if (route.view !== 'list') go({ view: 'list', filter: route.view === 'test' ? route.filter : NO_FILTER });
    setTimeout(() => document.getElementById('search')?.focus());
  };
  useKeys({ '/': search, '?': () => setHelpOpen(true) });

  return (
    <>
      <a class="skip" href="#main" onClick={focusMain}>
        Skip to the content
      </a>
      <Header data={data} view={route.view} theme={theme} onTheme={nextTheme} onHelp={() => setHelpOpen(true)} />
      <main id="main" tabIndex={-1} class={`view-${route.view}`}>
        {route.view === 'overview' && <Overview data={data} theme={theme} />}
        {route.view === 'coverage' && (
          <Coverage
            data={data}
            onlyUnchecked={route.isUnchecked}
            onChange={(isUnchecked) => go({ view: 'coverage', isUnchecked }, true)}
          />
        )}
        {route.view === 'list' && <TestList data={data} filter={route.filter} go={go} lastId={lastId.current} />}
        {route.view === 'test' && <TestPage key={route.id} data={data} id={route.id} filter={route.filter} go={go} />}
      </main>
      {isHelpOpen && <Help onClose={() => setHelpOpen(false)} />}
    </>
  );
}

/** The address is in use for places, so the link itself can't lead there. */
function focusMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function titleOf({ index }: RunData, test: string | undefined): string {
  const { appName, success } = index.run;
  return [test, `${success ? '✓' : '✕'} ${appName ?? 'Test report'}`].filter(Boolean).join(' · ');
}
