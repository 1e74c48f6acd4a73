import { parseJson } from '../../json/exact-json';
import type { PageChunk, PageIndex } from '../../run-report/page/page-data';

/** Reads the index, which precedes the script of the page. */
export async function unpackIndex(): Promise<PageIndex> {
  return (await unpack('index')) as PageIndex;
}

/** Reads a chunk. While the page loads, its element may not be there yet. */
export async function unpackChunk(number: number): Promise<PageChunk> {
  await loaded();
  return (await unpack(`chunk-${number}`)) as PageChunk;
}

async function unpack(id: string): Promise<unknown> {
  const data = document.getElementById(id)?.textContent;
  if (data === undefined) throw new Error(`The page is incomplete: it has no ${id}.`);
  const bytes = Uint8Array.from(atob(data.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return parseJson(await new Response(stream).text());
}

function loaded(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
