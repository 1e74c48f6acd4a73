import { RunCoverage } from '../model/coverage';
import { recordLine } from '../model/record-line';
import type { RunModel, TestRecord } from '../model/run-model';
import { Chunks } from './chunks';
import { EXPLAINING } from './explaining';
import { type Pack, packNow } from './pack';
import type { PageIndex } from './page-data';
import { entryPieces } from './page-entry';
import { PageRows } from './page-row';
import { pageRun } from './page-run';
import { indexScenarios, type ScenarioIndex } from './scenario-index';
import { testsById } from './tests-by-id';

/** Is called with how far the page is made. */
export type OnProgress = (progress: PageProgress) => void;

/** How far a page is made. */
export interface PageProgress {
  readonly tests: number;
  readonly of: number;
  /** The size of the page so far, in bytes. */
  readonly bytes: number;
}

/** The parts of a page that hold data, made test by test. */
export class PageParts {
  readonly tests: ReadonlyMap<string, TestRecord>;
  readonly #model: RunModel;
  readonly #rows: PageRows;
  readonly #scenarios: ScenarioIndex;
  readonly #chunks: Chunks;
  readonly #coverage = new RunCoverage();
  readonly #onProgress: OnProgress | undefined;

  constructor(
    model: RunModel,
    { pack, onProgress }: { readonly pack?: Pack | undefined; readonly onProgress?: OnProgress | undefined },
  ) {
    this.#model = model;
    this.tests = testsById(model.tests);
    this.#rows = new PageRows(model);
    this.#scenarios = indexScenarios(this.tests);
    this.#chunks = new Chunks(pack ?? packNow);
    this.#onProgress = onProgress;
  }

  /** The chunks, packed or being packed. */
  get chunks(): Chunks['packed'] {
    return this.#chunks.packed;
  }

  /** Adds a test. Resolves to nothing, when the next one may be added. */
  add(id: string, test: TestRecord): string | Promise<string> {
    this.#rows.add(id, test, this.#chunks.number);
    this.#coverage.add(test);
    this.#chunks.add(id, entryPieces(test, recordLine(test), { ...this.#scenarios.of(test), explaining: EXPLAINING }));
    return this.#chunks.isFull ? this.close() : '';
  }

  /** Packs what was added since the last call. */
  close(): string | Promise<string> {
    const packing = this.#chunks.close();
    this.#onProgress?.({ tests: this.#rows.rows.length, of: this.tests.size, bytes: this.#chunks.bytes });
    return packing;
  }

  /** What the page reads at once. */
  index(): PageIndex {
    const { rows, groups } = this.#rows;
    return { run: pageRun(this.#model), groups, rows, coverage: this.#coverage.apis() };
  }
}
