/** Something that must not outlive this process. */
export interface Stoppable {
  /** Completes "stopping the …"; empty if there is nothing to stop. */
  readonly title: string;
  /** Called with the signal that is about to end the process. */
  interrupted?(signal: string): void;
  /** Stops it gracefully. */
  stop(): Promise<void>;
  /** Stops it synchronously; gracefully if that takes at most one second. */
  stopNow(): void;
  /** Kills it synchronously. */
  killNow(): void;
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type HandledSignal = keyof typeof EXIT_CODES;

const SIGNALS = Object.keys(EXIT_CODES) as HandledSignal[];
const running = new Set<Stoppable>();
let isStopping = false;
let announce: (line: string) => void = () => undefined;

/** Sets the function that prints what a signal does. */
export function announceStops(report: (line: string) => void): void {
  announce = report;
}

/**
 * Stops `thing` when this process exits or receives a signal. After a signal the process exits with the signal's usual
 * code, because Jest has no handler that would do so. A second signal kills everything at once.
 *
 * @returns a function that unregisters `thing`; the handlers are removed with the last one.
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
