import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { LearntSecret } from '../redaction/known-secrets';
import { takeSecrets } from '../redaction/process-redactor';
import type { SecretAddress } from '../service/run-state';
import type { RunningService } from '../service/service';

/**
 * Hears, in the main process, of the secrets that tests make, and passes them on to those who keep the logs of services.
 * Workers tell it over a connection, not in a file, for they are secret.
 */
export class SecretListener {
  readonly address: SecretAddress;
  readonly #server: Server;
  readonly #services: () => Iterable<Pick<RunningService, 'learn'>>;

  /** Opens one, on loopback. */
  static async open(services: () => Iterable<Pick<RunningService, 'learn'>>): Promise<SecretListener> {
    // What it hears ends before it answers.
    const server = createServer({ allowHalfOpen: true }).unref();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return new SecretListener(server, services);
  }

  private constructor(server: Server, services: () => Iterable<Pick<RunningService, 'learn'>>) {
    this.#server = server;
    this.#services = services;
    this.address = { port: (server.address() as AddressInfo).port, token: randomUUID() };
    server.on('connection', (socket) => this.#hear(socket));
  }

  /** Listens no more. */
  close(): void {
    this.#server.close();
  }

  #hear(socket: Socket): void {
    let heard = '';
    socket.setEncoding('utf8').on('data', (piece: string) => (heard += piece));
    socket.on('end', () => void this.#answer(socket, heard));
    // A worker that was killed: there is nobody to answer.
    socket.on('error', () => socket.destroy());
  }

  async #answer(socket: Socket, heard: string): Promise<void> {
    const [token, secrets = '[]'] = heard.split('\n');
    if (token === this.address.token) await this.#take(JSON.parse(secrets) as LearntSecret[]);
    socket.end();
  }

  async #take(secrets: readonly LearntSecret[]): Promise<void> {
    takeSecrets(secrets);
    await Promise.all([...this.#services()].map((service) => service.learn?.(secrets)));
  }
}
