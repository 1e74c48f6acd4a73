import type { Exchange } from '../../client/client-options';
import type { DebugDetail } from '../../env/variables';
import { exchangeLog, logBlock, partsText } from '../../report/exchange-log';
import type { PartsListener } from '../../runner/request/call';
import type { ScenarioResult } from '../../runner/scenario-result';
import { writeStderr } from './write-stderr';

/**
 * Writes requests and responses to standard error, as set by CONNECTOR_DEBUG: one block per scenario, and one per request
 * of a hand-written test. Each block is a single write, so that the output of several workers isn't interleaved.
 */
export class DebugLog {
  readonly #detail: DebugDetail;
  readonly #title: () => string;

  /** @param title Returns the name of the current test. */
  constructor(detail: DebugDetail, title: () => string) {
    this.#detail = detail;
    this.#title = title;
  }

  /** Called by the client for each exchange outside a scenario. */
  readonly onExchange = (exchange: Exchange): void => this.#write(this.#title(), [exchange]);

  /** Called by the client when a server sends more than the response's announced length. */
  readonly onSurplus = (request: string): void => {
    writeStderr(
      `jest-connector: ${request}: the server sent more data than announced, so the connection was closed.\n`,
    );
  };

  /** Runs a scenario, and writes one block with its `exchanges` and where its parts came from. */
  async scenario(
    run: (onParts: PartsListener) => Promise<ScenarioResult>,
    exchanges: readonly Exchange[],
  ): Promise<ScenarioResult> {
    let parts = '';
    const result = await run((sources) => (parts = partsText(sources)));
    // A needed scenario may run in another scenario's test.
    const title = this.#title();
    const name = title.includes(result.name) ? title : `${title} › ${result.name}`;
    this.#write(`${name} ${result.status} in ${Math.round(result.durationMs)} ms`, exchanges, parts);
    return result;
  }

  #write(title: string, exchanges: readonly Exchange[], parts = ''): void {
    writeStderr(logBlock(`jest-connector: ${title}`, exchangeLog(exchanges, this.#detail) + parts));
  }
}
