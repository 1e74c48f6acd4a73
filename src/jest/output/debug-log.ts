import type { Exchange } from '../../client/client-options';
import type { DebugDetail } from '../../env/variables';
import { exchangeLog, logBlock, partsText } from '../../report/exchange-log';
import type { PartsListener } from '../../runner/request/call';
import type { ScenarioResult } from '../../runner/scenario-result';
import { writeStderr } from './write-stderr';

/**
 * Writes what is sent and what comes to standard error, as CONNECTOR_DEBUG asks: a block a scenario, and a block for
 * each request by hand. Each block is one write, so that those of several workers do not mix.
 */
export class DebugLog {
  readonly #detail: DebugDetail;
  readonly #title: () => string;

  /** @param title Names the test that runs. */
  constructor(detail: DebugDetail, title: () => string) {
    this.#detail = detail;
    this.#title = title;
  }

  /** For the client: told of each exchange that is not a scenario's. */
  readonly onExchange = (exchange: Exchange): void => this.#write(this.#title(), [exchange]);

  /** For the client: a server sent more than its answer announced. */
  readonly onSurplus = (request: string): void => {
    writeStderr(
      `jest-connector: ${request}: the server sent more data than announced, so the connection was closed.\n`,
    );
  };

  /** Runs a scenario, and writes one block about its `exchanges`, and where its parts came from. */
  async scenario(
    run: (onParts: PartsListener) => Promise<ScenarioResult>,
    exchanges: readonly Exchange[],
  ): Promise<ScenarioResult> {
    let parts = '';
    const result = await run((sources) => (parts = partsText(sources)));
    // One that another needs may run in the test of that one.
    const title = this.#title();
    const name = title.includes(result.name) ? title : `${title} › ${result.name}`;
    this.#write(`${name} ${result.status} in ${Math.round(result.durationMs)} ms`, exchanges, parts);
    return result;
  }

  #write(title: string, exchanges: readonly Exchange[], parts = ''): void {
    writeStderr(logBlock(`jest-connector: ${title}`, exchangeLog(exchanges, this.#detail) + parts));
  }
}
