import { countOf } from '../../count-of';
import { jsonText } from '../../json/exact-json';
import { isRecord } from '../../validation/shape';
import { coverageOf } from '../model/coverage';
import { type RunModel, TEST_STATUSES, type TestRecord } from '../model/run-model';
import { totalsOf } from '../model/run-totals';
import { statusLabel } from '../model/test-status';
import { Chunks } from './chunks';
import { pack } from './pack';
import type { PageIndex } from './page-data';
import { indexScenarios, pageDetail } from './page-detail';
import { PageRows } from './page-row';
import { pageRun } from './page-run';
import { readTemplate } from './template';
import { testsById } from './tests-by-id';

/** Options of {@link pageHtml}. */
export interface PageOptions {
  /** Called repeatedly while the page is made. */
  readonly onProgress?: OnProgress | undefined;
  /** The page without data. @default the one of this package */
  readonly template?: string | undefined;
}

/** Is called with how far the page is made. */
export type OnProgress = (progress: PageProgress) => void;

/** How far a page is made. */
export interface PageProgress {
  readonly tests: number;
  readonly of: number;
  /** The size of the page so far, in bytes. */
  readonly bytes: number;
}

/** The page `index.html` of a run. It is self-contained, and any foreign string in it is data. */
export function pageHtml(model: RunModel, options: PageOptions = {}): string {
  return [...pagePieces(model, options)].join('');
}

/** The same as {@link pageHtml}, in pieces to be written one after the other. */
export function* pagePieces(model: RunModel, options: PageOptions = {}): Generator<string, void, undefined> {
  const template = options.template ?? readTemplate();
  const tests = model.tests.filter(isRecord);
  const { index, chunks } = packModel({ ...model, tests }, options.onProgress);
  const [head = '', middle = '', tail = ''] = template.split(/<!--slot:(?:index|details)-->/);
  yield head.replace('<!--slot:totals-->', () => totals({ ...model, tests }));
  yield block('index', index);
  yield middle;
  for (const [number, chunk] of chunks.entries()) yield block(`chunk-${number}`, chunk);
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

/** The parts of a page that hold data. */
interface Packed {
  readonly index: string;
  readonly chunks: readonly string[];
}

function packModel(model: RunModel, onProgress: OnProgress | undefined): Packed {
  const tests = testsById(model.tests);
  const rows = new PageRows(model);
  const scenarios = indexScenarios(tests);
  const chunks = new Chunks();
  const valid: TestRecord[] = [];
  const close = (): void => {
    const bytes = chunks.close();
    onProgress?.({ tests: rows.rows.length, of: tests.size, bytes });
  };
  for (const [id, test] of tests) {
    const detail = pageDetail(test, scenarios);
    if (detail.problem === undefined) valid.push(test);
    rows.add(id, test, chunks.number);
    chunks.add(id, jsonText(detail));
    if (chunks.isFull) close();
  }
  close();
  const index: PageIndex = {
    run: pageRun(model),
    groups: rows.groups,
    rows: rows.rows,
    coverage: coverageOf(valid),
  };
  return { index: pack(jsonText(index)), chunks: chunks.packed };
}
