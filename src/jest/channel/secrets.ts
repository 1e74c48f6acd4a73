import { takeSecrets } from '../../redaction/process-redactor';
import type { LearntSecret } from '../../redaction/text/known-secrets';
import type { ChannelAddress } from '../../service/run/run-state';
import type { RunningService } from '../../service/service';
import { channelClient } from './channel-client';
import type { ConnectionHandler } from './channel-server';

/**
 * Reports a worker's secrets to the main process. Resolves when the main process redacts them, in its own output and in
 * the logs of all services.
 */
export function reportSecrets(address: ChannelAddress, secrets: readonly LearntSecret[]): Promise<void> {
  return channelClient(address).send({ kind: 'secrets', secrets });
}

/** Registers the secrets that workers report with the main process's redactor and with the services' guardians. */
export function secretsHandler(services: () => Iterable<Pick<RunningService, 'learn'>>): ConnectionHandler {
  return {
    async receive({ secrets }) {
      if (!isSecrets(secrets)) return;
      takeSecrets(secrets);
      await Promise.all([...services()].map(async (service) => service.learn?.(secrets)));
    },
  };
}

function isSecrets(value: unknown): value is readonly LearntSecret[] {
  return Array.isArray(value) && value.every(isSecret);
}

function isSecret(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [secret, certainty] = value as readonly unknown[];
  return typeof secret === 'string' && ['beside', 'named', 'marked'].includes(String(certainty));
}
