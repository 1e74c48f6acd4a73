import { LogReader } from '../../service/logs/log-reader';
import { ScenarioLog, type StartedApp } from './scenario-log';

/** The log of the started app. */
export class ServerLog {
  readonly #app: StartedApp;
  readonly #reader: LogReader;

  /** @throws the file system's error if the log doesn't exist */
  constructor(app: StartedApp) {
    this.#app = app;
    this.#reader = new LogReader(app.log, 'end');
  }

  /** Called when a scenario begins. */
  begin(): ScenarioLog {
    return new ScenarioLog(this.#app, this.#reader, this.#reader.end());
  }

  close(): void {
    this.#reader.close();
  }
}
