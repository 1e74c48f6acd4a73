import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { durationText, numberText } from '../data/format';
import { testHash } from '../data/route';
import type { Row } from '../data/run-data';
import { statusLabel } from '../data/status';
import type { Theme } from '../parts/theme';
import { draw, layoutOf, placeAt } from './timeline-canvas';
import { type Bar, barAt, timelineOf } from './timeline-lanes';

interface Props {
  readonly rows: readonly Row[];
  readonly theme: Theme;
}

/** All attempts by time and worker. A canvas, because 10,000 elements would slow down the page. */
export function TimelineChart({ rows, theme }: Props): JSX.Element {
  const timeline = useMemo(() => timelineOf(rows), [rows]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hovered, setHovered] = useState<Hovered>();
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const redraw = (): void => draw(element, timeline);
    redraw();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', redraw);
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    return () => {
      scheme.removeEventListener('change', redraw);
      observer.disconnect();
    };
  }, [timeline, theme]);

  const barUnder = (event: MouseEvent): Bar | undefined =>
    canvas.current === null ? undefined : barAt(timeline, placeAt(canvas.current, timeline, event));
  const height = layoutOf(timeline).height;
  return (
    <section class="card wide timeline" aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">Timeline</h2>
        <span class="muted">{durationText(timeline.durationMs)}</span>
      </header>
      <div class="canvas">
        <canvas
          ref={canvas}
          style={{ height: `${height}px`, cursor: hovered === undefined ? 'default' : 'pointer' }}
          role="img"
          aria-label={`${numberText(timeline.bars.length)} attempts in ${durationText(timeline.durationMs)}, ${timeline.lanes.length} at the same time at most. The list of tests has the same information.`}
          onMouseMove={(event) => {
            const bar = barUnder(event);
            setHovered(bar && { bar, x: event.offsetX, y: event.offsetY });
          }}
          onMouseLeave={() => setHovered(undefined)}
          onClick={(event) => {
            const bar = barUnder(event);
            if (bar !== undefined) location.hash = testHash(bar.row.id);
          }}
        />
        {hovered !== undefined && <Tooltip {...hovered} width={canvas.current?.clientWidth ?? 0} />}
      </div>
    </section>
  );
}

interface Hovered {
  readonly bar: Bar;
  readonly x: number;
  readonly y: number;
}

function Tooltip({ bar, x, y, width }: Hovered & { readonly width: number }): JSX.Element {
  const isRight = x > width / 2;
  return (
    <div
      class="tooltip"
      style={{ top: `${y + 14}px`, ...(isRight ? { right: `${width - x}px` } : { left: `${x}px` }) }}
    >
      <b>{bar.row.name}</b>
      <span>
        {statusLabel(bar.status)}, {durationText(bar.to - bar.from)}, from {durationText(bar.from)}
      </span>
    </div>
  );
}
