/** Something that must not outlive this process. */
export interface Stoppable {
  /** Completes "stopping the …"; empty for what has nothing to stop. */
  readonly title: string;
  /** Told of the signal that is about to end everything. */
  interrupted?(signal: string): void;
  /** Ends it gracefully. */
  stop(): Promise<void>;
  /** Ends it before it returns, gracefully if that takes a second at most. */
  stopNow(): void;
  /** Ends it before it returns, without asking. */
  killNow(): void;
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type HandledSignal = keyof typeof EXIT_CODES;

const SIGNALS = Object.keys(EXIT_CODES) as HandledSignal[];
const running = new Set<Stoppable>();
let isStopping = false;
let announce: (line: string) => void = () => undefined;

/** Sets who tells a person what a signal brings about. */
export function announceStops(report: (line: string) => void): void {
  announce = report;
}

/**
 * Stops `thing` when this process exits or is told to end by a signal; the process then exits with the signal's usual
 * code, for Jest has no handlers that would. Signalled again, it kills at once.
 *
 * @returns a function that takes `thing` off the list; with the last one gone, no handler stays.
 */
export function stopOnExit(thing: Stoppable): () => void {
  if (running.size === 0) {
    process.on('exit', onExit);
    for (const signal of SIGNALS) process.on(signal, onSignal);
  }
  running.add(thing);

  return () => {
    running.delete(thing);
    if (running.size > 0) return;
    process.off('exit', onExit);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}

function lastFirst(): Stoppable[] {
  return [...running].reverse();
}

function onExit(): void {
  for (const thing of lastFirst()) thing.stopNow();
}

function onSignal(signal: NodeJS.Signals): void {
  const exit = (): never => process.exit(EXIT_CODES[signal as HandledSignal]);
  if (isStopping) {
    for (const thing of lastFirst()) thing.killNow();
    exit();
  }
  isStopping = true;
  for (const thing of running) thing.interrupted?.(signal);
  const titles = lastFirst().flatMap(({ title }) => (title === '' ? [] : [`the ${title}`]));
  if (titles.length > 0) announce(`${signal}: stopping ${titles.join(', ')}.`);
  void stopInOrder().finally(exit);
}

async function stopInOrder(): Promise<void> {
  for (const thing of lastFirst()) await thing.stop();
}
