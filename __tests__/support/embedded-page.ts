import { gunzipSync } from 'node:zlib';
import { parseJson } from '../../src/json/exact-json';
import type { RunModel } from '../../src/run-report/model/run-model';
import type { PageChunk, PageDetail, PageIndex } from '../../src/run-report/page/page-data';
import { detailOfEntry } from '../../src/run-report/page/page-entry';
import { pageHtml } from '../../src/run-report/page/page-html';

/** The page without data, as far as the tests of the data need it. */
export const TEMPLATE = '<p><!--slot:totals--></p>\n<!--slot:index-->\n<!--slot:details-->\n';

/** What a page embeds. */
export interface Embedded {
  readonly index: PageIndex;
  readonly details: Readonly<Record<string, PageDetail>>;
  readonly chunks: number;
}

/** The data of the page of a run. */
export function embeddedIn(model: RunModel): Embedded {
  return readPage(pageHtml(model, { template: TEMPLATE }));
}

const BLOCK = /<script type="application\/gzip" id="([\w-]+)">([\w+/=]*)<\/script>/g;

/** The data that a page embeds, read as a browser reads it. */
export function readPage(html: string): Embedded {
  const blocks = [...html.matchAll(BLOCK)].map(([, id, data]) => [id, parseJson(unpacked(data))] as const);
  const chunks = blocks.filter(([id]) => id !== 'index').map(([, chunk]) => chunk as PageChunk);
  const entries = chunks.flatMap((chunk) => Object.entries(chunk));
  return {
    index: blocks.find(([id]) => id === 'index')?.[1] as PageIndex,
    details: Object.fromEntries(entries.map(([id, entry]) => [id, detailOfEntry(entry)])),
    chunks: chunks.length,
  };
}

/** A page with its data as JSON, to search for strings in it. */
export function withUnpackedData(html: string): string {
  return html.replace(BLOCK, (_block, _id, data: string) => unpacked(data));
}

function unpacked(data = ''): string {
  return gunzipSync(Buffer.from(data, 'base64')).toString();
}
