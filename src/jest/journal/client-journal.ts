import type { Exchange, ExchangeListener } from '../../client/client-options';
import { defined } from '../../defined';
import { jsonText } from '../../json/exact-json';
import { redactText, redactValue } from '../../redaction/process-redactor';
import { pruneExchange } from '../../report/cut/prune-result';
import type { JournalLine } from '../../run-report/journal/journal-line';
import { errorRecord } from '../../runner/failed-result';
import type { ExchangeRecord } from '../../runner/scenario-result';
import { currentTest } from '../test-framework';
import type { TestJournal } from './test-journal';

/** Writes each exchange of a client to the journal, under the test that is running. */
export function journalExchanges(journal: TestJournal, serverHost: string): ExchangeListener {
  const write = (line: JournalLine): void => journal.append(jsonText(line));
  write({ kind: 'client', serverUrl: redactText(serverHost) });
  return (exchange) => {
    const test = journal.runningTest(currentTest() ?? '');
    // A request of `beforeAll` or `afterAll` belongs to no test.
    if (test === undefined) return;
    write({ kind: 'exchange', test, exchange: redactValue(pruneExchange(recordOf(exchange))) as ExchangeRecord });
  };
}

function recordOf({ request, response, error, sentAt, attempts }: Exchange): ExchangeRecord {
  const failure = error === undefined ? undefined : errorRecord(error);
  return { request, ...defined({ response, error: failure, sentAt, attempts }) };
}
