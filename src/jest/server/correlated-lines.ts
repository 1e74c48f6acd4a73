import { type LogLine, tracebacks } from '../../report/find-traceback';

/** The lines of a log that contain `id`, each with its indented lines and its traceback. */
export function correlatedLines(lines: readonly LogLine[], id: string): LogLine[] {
  const parts = new Map(tracebacks(lines));
  const own = new Set<number>();
  lines.forEach(({ text }, index) => {
    const isNext = own.has(index - 1);
    if (text.includes(id) || (isNext && /^\s/.test(text))) own.add(index);
    const end = own.has(index) || isNext ? parts.get(index) : undefined;
    for (let at = index; end !== undefined && at < end; at += 1) own.add(at);
  });
  return lines.filter((_line, index) => own.has(index));
}
