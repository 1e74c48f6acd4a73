import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { splitText } from '../../report/cut/cut-mark';
import { harmless } from '../../report/plain-text';
import { copyText } from '../parts/copy-text';
import { Icon } from '../parts/icon';
import { foldedLines, isFailed, type JsonLine, jsonLines, type Mark } from './json-lines';

interface Props {
  readonly value: unknown;
  readonly label: string;
  readonly marks?: readonly Mark[];
}

const NO_MARKS: readonly Mark[] = [];

/** A body: JSON in lines that fold, with the places that checks refer to; or a string. */
export function JsonView({ value, label, marks = NO_MARKS }: Props): JSX.Element {
  if (typeof value === 'string') return <StringView text={value} label={label} />;
  return <JsonTree value={value} label={label} marks={marks} />;
}

function StringView({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const { head, left } = splitText(text);
  return (
    <pre class="body wrap" tabIndex={0} role="region" aria-label={label}>
      {harmless(head)}
      {left > 0 && <span class="cut">{`\n… ${left} more characters`}</span>}
    </pre>
  );
}

function JsonTree({ value, label, marks }: Required<Props>): JSX.Element {
  const lines = useMemo(() => jsonLines(value, marks), [value, marks]);
  const [folded, setFolded] = useState(() => foldedLines(lines));
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const failed = box.current?.querySelector<HTMLElement>('.mark-failed');
    if (box.current && failed) box.current.scrollTop = failed.offsetTop - box.current.clientHeight / 2;
  }, [lines]);
  const toggle = (index: number): void =>
    setFolded((known) =>
      known.has(index) ? new Set([...known].filter((each) => each !== index)) : new Set([...known, index]),
    );
  return (
    <div ref={box} class="body json" tabIndex={0} role="region" aria-label={label}>
      {visibleLines(lines, folded).map((index) => (
        <Line key={index} line={lines[index] as JsonLine} isFolded={folded.has(index)} onToggle={() => toggle(index)} />
      ))}
    </div>
  );
}

/** The indexes of the lines that no fold hides. */
function visibleLines(lines: readonly JsonLine[], folded: ReadonlySet<number>): number[] {
  const visible: number[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    visible.push(index);
    if (folded.has(index)) index = lines[index]?.end ?? index;
  }
  return visible;
}

interface LineProps {
  readonly line: JsonLine;
  readonly isFolded: boolean;
  readonly onToggle: () => void;
}

function Line({ line, isFolded, onToggle }: LineProps): JSX.Element {
  const { depth, tokens, end, mark, missing } = line;
  return (
    <div class={`line${isFailed(line) ? ' mark-failed' : mark === 'passed' ? ' mark-passed' : ''}`}>
      <span class="indent" style={{ width: `${depth * 1.25}em` }} />
      {end === undefined ? <span class="fold" /> : <Fold path={line.path} isFolded={isFolded} onToggle={onToggle} />}
      <span class="content">
        <Key line={line} />
        {tokens.map(({ kind, text }, index) => (
          <span key={index} class={kind}>
            {text}
          </span>
        ))}
        {isFolded && <span class="cut">{` … ${tokens[0]?.text === '[' ? ']' : '}'}`}</span>}
        {mark === 'failed' && <span class="flag">failed check</span>}
        {missing.map((name) => (
          <span key={name} class="flag">
            no “{name}”
          </span>
        ))}
      </span>
    </div>
  );
}

interface FoldProps {
  readonly path: string;
  readonly isFolded: boolean;
  readonly onToggle: () => void;
}

function Fold({ path, isFolded, onToggle }: FoldProps): JSX.Element {
  return (
    <button
      type="button"
      class={`fold${isFolded ? '' : ' open'}`}
      aria-expanded={!isFolded}
      aria-label={path === '' ? 'the whole value' : path}
      onClick={onToggle}
    >
      <Icon name="chevron" />
    </button>
  );
}

/** A click copies the path; the path of each check also has a button, for the keyboard. */
function Key({ line: { key, path } }: { readonly line: JsonLine }): JSX.Element | null {
  if (key === undefined) return null;
  return (
    <>
      <span class="key" title={`Copy ${path}`} onClick={() => void copyText(path)}>
        {key}
      </span>
      {': '}
    </>
  );
}
