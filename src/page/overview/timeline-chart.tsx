import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { numberText } from '../../count-of';
import { durationText } from '../../duration-text';
import { statusLabel } from '../../run-report/model/test-status';
import { testHash } from '../data/route';
import type { Row } from '../data/row';
import type { Theme } from '../parts/theme';
import { keepDrawn, layoutOf, placeAt } from './timeline-canvas';
import { type Bar, barAt, type Timeline, timelineOf } from './timeline-lanes';

interface Props {
  readonly rows: readonly Row[];
  readonly theme: Theme;
}

/** All attempts by time and worker. A canvas, because 10,000 elements would slow down the page. */
export function TimelineChart({ rows, theme }: Props): JSX.Element {
  const timeline = useMemo(() => timelineOf(rows), [rows]);
  const { bars, lanes, durationMs } = timeline;
  return (
    <section class="card wide timeline" aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">Timeline</h2>
        <span class="muted">{durationText(durationMs)}</span>
      </header>
      <Canvas
        timeline={timeline}
        theme={theme}
        label={`${numberText(bars.length)} attempts in ${durationText(durationMs)}, at most ${lanes.length} at the same time. The list of tests has the same information.`}
      />
    </section>
  );
}

interface CanvasProps {
  readonly timeline: Timeline;
  readonly theme: Theme;
  readonly label: string;
}

function Canvas({ timeline, theme, label }: CanvasProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hovered, setHovered] = useState<Hovered>();
  useEffect(() => (canvas.current === null ? undefined : keepDrawn(canvas.current, timeline)), [timeline, theme]);
  const barUnder = (event: MouseEvent): Bar | undefined =>
    canvas.current === null ? undefined : barAt(timeline, placeAt(canvas.current, timeline, event));
  return (
    <div class="canvas">
      <canvas
        ref={canvas}
        style={{ height: `${layoutOf(timeline).height}px`, cursor: hovered === undefined ? 'default' : 'pointer' }}
        role="img"
        aria-label={label}
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
