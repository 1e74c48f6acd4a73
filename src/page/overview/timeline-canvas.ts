import { durationText } from '../../duration-text';
import { statusKind } from '../data/status';
import { ticksOf, type Timeline } from './timeline-lanes';

const AXIS = 20;
const MOST_HEIGHT = 420;
const TICK_WIDTH = 90;
const LABEL_GAP = 3;
const FONT = '11px system-ui, sans-serif';

/** The measures of a timeline, in CSS pixels. */
export interface Layout {
  readonly lane: number;
  readonly gap: number;
  /** The width of the names of the workers. */
  readonly names: number;
  readonly height: number;
}

/** The fewer lanes, the higher they are. */
export function layoutOf({ lanes }: Timeline): Layout {
  const lane = Math.max(2, Math.min(22, Math.floor(MOST_HEIGHT / Math.max(1, lanes.length))));
  return { lane, gap: lane > 8 ? 3 : lane > 4 ? 1 : 0, names: lane >= 12 ? 74 : 0, height: lane * lanes.length + AXIS };
}

/** The time and the lane under the pointer. */
export function placeAt(
  canvas: HTMLCanvasElement,
  timeline: Timeline,
  { offsetX, offsetY }: Pick<MouseEvent, 'offsetX' | 'offsetY'>,
): { time: number; lane: number; slack: number } {
  const { lane, names } = layoutOf(timeline);
  const perPixel = timeline.durationMs / Math.max(1, canvas.clientWidth - names);
  return { time: (offsetX - names) * perPixel, lane: Math.floor(offsetY / lane), slack: 3 * perPixel };
}

/** Draws the timeline, and again when its size or its colours change; returns a function that ends this. */
export function keepDrawn(canvas: HTMLCanvasElement, timeline: Timeline): () => void {
  const redraw = (): void => draw(canvas, timeline);
  redraw();
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', redraw);
  const observer = new ResizeObserver(redraw);
  observer.observe(canvas);
  return () => {
    scheme.removeEventListener('change', redraw);
    observer.disconnect();
  };
}

function draw(canvas: HTMLCanvasElement, timeline: Timeline): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  context.scale(devicePixelRatio, devicePixelRatio);
  context.font = FONT;
  const drawing = { timeline, width, colours: coloursOf(canvas) };
  drawAxis(context, drawing);
  drawBars(context, drawing);
}

interface Drawing {
  readonly timeline: Timeline;
  readonly width: number;
  readonly colours: (name: string) => string;
}

/** Resolved by the browser, since a custom property may have two colours. */
function coloursOf(canvas: HTMLCanvasElement): (name: string) => string {
  const probe = document.createElement('span');
  canvas.after(probe);
  const known = new Map<string, string>();
  queueMicrotask(() => probe.remove());
  return (name) => {
    const colour = known.get(name) ?? resolved(probe, name);
    known.set(name, colour);
    return colour;
  };
}

function resolved(probe: HTMLElement, name: string): string {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

function drawAxis(context: CanvasRenderingContext2D, { timeline, width, colours }: Drawing): void {
  const { lane, names, height } = layoutOf(timeline);
  const scale = (width - names) / Math.max(1, timeline.durationMs);
  const bottom = height - AXIS;
  for (const tick of ticksOf(timeline.durationMs, (width - names) / TICK_WIDTH)) {
    const x = Math.round(names + tick * scale) + 0.5;
    context.fillStyle = colours('line');
    context.fillRect(x, 0, 1, bottom);
    const label = durationText(tick);
    context.fillStyle = colours('muted');
    if (x + LABEL_GAP + context.measureText(label).width <= width) context.fillText(label, x + LABEL_GAP, height - 6);
  }
  if (names === 0) return;
  for (const [index, { worker, slot }] of timeline.lanes.entries()) {
    const isFirst = timeline.lanes[index - 1]?.worker !== worker;
    context.fillText(isFirst ? `Worker ${worker}` : `slot ${slot + 1}`, 0, index * lane + lane / 2 + 4);
  }
}

function drawBars(context: CanvasRenderingContext2D, { timeline, width, colours }: Drawing): void {
  const { lane, gap, names } = layoutOf(timeline);
  const scale = (width - names) / Math.max(1, timeline.durationMs);
  for (const { status, from, to, lane: index } of timeline.bars) {
    context.fillStyle = colours(statusKind(status));
    context.globalAlpha = status === 'passed' ? 0.6 : 1;
    const whole = (to - from) * scale;
    const length = Math.max(1, whole > 3 ? whole - 1 : whole);
    context.fillRect(names + from * scale, index * lane + gap / 2, length, lane - gap);
  }
}
