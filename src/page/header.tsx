import type { JSX } from 'preact';
import { numberText } from '../count-of';
import { listHash } from './data/route';
import type { RunData } from './data/run-data';
import { Icon, StatusIcon } from './parts/icon';
import type { Theme } from './parts/theme';

interface Props {
  readonly data: RunData;
  readonly view: string;
  readonly theme: Theme;
  readonly onTheme: () => void;
  readonly onHelp: () => void;
}

const THEME_ICONS = { auto: 'auto', light: 'sun', dark: 'moon' } as const;

/** The name of the app, the views, and the settings of the page. */
export function Header({ data, view, theme, onTheme, onHelp }: Props): JSX.Element {
  const { run } = data.index;
  return (
    <header class="top">
      <div class="brand">
        <StatusIcon status={run.success ? 'passed' : 'failed'} />
        <span>{run.appName ?? 'Test report'}</span>
      </div>
      <nav aria-label="Views">
        <NavLink href="#/" isCurrent={view === 'overview'}>
          Overview
        </NavLink>
        <NavLink href={listHash({})} isCurrent={view === 'list' || view === 'test'}>
          Tests <span class="count">{numberText(data.rows.length)}</span>
        </NavLink>
        <NavLink href="#/coverage" isCurrent={view === 'coverage'}>
          Coverage
        </NavLink>
      </nav>
      <div class="tools">
        <button type="button" class="bare" onClick={onTheme} title={`Theme: ${theme}`} aria-label={`Theme: ${theme}`}>
          <Icon name={THEME_ICONS[theme]} />
        </button>
        <button
          type="button"
          class="bare"
          onClick={onHelp}
          title="Keyboard shortcuts (?)"
          aria-label="Keyboard shortcuts"
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}

interface NavLinkProps {
  readonly href: string;
  readonly isCurrent: boolean;
  readonly children: JSX.Element | string | (JSX.Element | string)[];
}

function NavLink({ href, isCurrent, children }: NavLinkProps): JSX.Element {
  return (
    <a href={href} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </a>
  );
}
