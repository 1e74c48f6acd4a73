import type { ExchangeListener } from '../../client/client-options';
import { currentTestFile } from '../test-file';
import type { BlockJournal, JournaledBlock } from './block-journal';

/** The journal of a block; `undefined` if the run writes no report. */
export function blockJournal(block: JournaledBlock): BlockJournal | undefined {
  const journal = currentTestFile()?.journal;
  if (journal === undefined) return undefined;
  const { BlockJournal: Journal } = require('./block-journal') as typeof import('./block-journal');
  return new Journal(journal, block);
}

/** Writes the requests of a client of tests written by hand to the journal; `undefined` if the run writes no report. */
export function clientJournal(serverHost: string): ExchangeListener | undefined {
  const journal = currentTestFile()?.journal;
  if (journal === undefined) return undefined;
  const { journalExchanges } = require('./client-journal') as typeof import('./client-journal');
  return journalExchanges(journal, serverHost);
}
