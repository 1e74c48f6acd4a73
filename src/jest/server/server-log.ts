import { LogReader } from '../../service/logs/log-reader';
import { ScenarioLog, type StartedApp } from './scenario-log';

/** The log of the app that was started. */
export class ServerLog {
  readonly #app: StartedApp;
  readonly #reader: LogReader;

  /** @throws the error of the file system when there is no such log */
  constructor(app: StartedApp) {
    this.#app = app;
    this.#reader = new LogReader(app.log, 'end');
  }

  /** A scenario begins. */
  begin(): ScenarioLog {
    return new ScenarioLog(this.#app, this.#reader, this.#reader.end());
  }

  close(): void {
    this.#reader.close();
  }
}
