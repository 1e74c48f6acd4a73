import { countOf } from '../../count-of';
import { jsonText } from '../../json/exact-json';
import { isRecord } from '../../validation/shape';
import { type RunModel, TEST_STATUSES } from '../model/run-model';
import { totalsOf } from '../model/run-totals';
import { statusLabel } from '../model/test-status';
import { type Pack, packNow } from './pack';
import { type OnProgress, PageParts } from './page-parts';
import { readTemplate } from './template';

/** Options of {@link pageHtml}. */
export interface PageOptions {
  /** Called repeatedly while the page is made. */
  readonly onProgress?: OnProgress | undefined;
  /** How chunks are packed. @default at once */
  readonly pack?: Pack | undefined;
  /** The page without data. @default the one of this package */
  readonly template?: string | undefined;
}

/** The page `index.html` of a run. It is self-contained, and any foreign string in it is data. */
export function pageHtml(model: RunModel, options: Omit<PageOptions, 'pack'> = {}): string {
  return [...pagePieces(model, options)].join('');
}

/**
 * The same as {@link pageHtml}, in pieces: an empty one, one per test, which is empty too, then those of the page. A test
 * is read when its piece is taken.
 */
export function* pagePieces(model: RunModel, options: PageOptions = {}): Generator<string | Promise<string>> {
  yield '';
  const tests = model.tests.filter(isRecord);
  const parts = new PageParts({ ...model, tests }, options);
  for (const [id, test] of parts.tests) yield parts.add(id, test);
  yield parts.close();
  const { template = readTemplate() } = options;
  const [head = '', middle = '', tail = ''] = template.split(/<!--slot:(?:index|details)-->/);
  yield head.replace('<!--slot:totals-->', () => totals({ ...model, tests }));
  yield block('index', packNow(jsonText(parts.index())));
  yield middle;
  for (const [number, chunk] of parts.chunks.entries()) {
    const id = `chunk-${number}`;
    yield typeof chunk === 'string' ? block(id, chunk) : chunk.then((text) => block(id, text));
  }
  yield tail;
}

/** A script of another type is data: browsers don't run it, and the policy of the page doesn't concern it. */
function block(id: string, data: string): string {
  return `<script type="application/gzip" id="${id}">${data}</script>\n`;
}

/** For readers without JavaScript, and for printing. */
function totals({ tests, run }: RunModel): string {
  const counts = totalsOf(tests.filter(({ status }) => TEST_STATUSES.includes(status)));
  const parts = TEST_STATUSES.filter((status) => counts[status] > 0).map(
    (status) => `${counts[status]} ${statusLabel(status)}`,
  );
  const list = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return `${run.success ? 'Passed' : 'Failed'}. ${countOf(tests.length, 'test')}${list}.`;
}
