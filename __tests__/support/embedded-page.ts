import { gunzipSync } from 'node:zlib';
import { parseJson } from '../../src/json/exact-json';
import type { RunModel } from '../../src/run-report/model/run-model';
import type { PageDetail, PageIndex } from '../../src/run-report/page/page-data';
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

/** The data that a page embeds, read as a browser reads it. */
export function readPage(html: string): Embedded {
  const blocks = [...html.matchAll(/<script type="application\/gzip" id="([\w-]+)">([\w+/=]*)<\/script>/g)];
  const read = (data = ''): unknown => parseJson(gunzipSync(Buffer.from(data, 'base64')).toString());
  const chunks = blocks.filter(([, id]) => id !== 'index').map(([, , data]) => read(data) as Embedded['details']);
  return {
    index: read(blocks.find(([, id]) => id === 'index')?.[2]) as PageIndex,
    details: Object.assign({}, ...chunks) as Embedded['details'],
    chunks: chunks.length,
  };
}
