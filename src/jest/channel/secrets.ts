import { takeSecrets } from '../../redaction/process-redactor';
import type { LearntSecret } from '../../redaction/text/known-secrets';
import type { ChannelAddress } from '../../service/run/run-state';
import type { RunningService } from '../../service/service';
import { channelClient } from './channel-client';
import type { ConnectionHandler } from './channel-server';

/**
 * Reports secrets to the main process, from a worker; resolves when the main process, and every service whose log it keeps,
 * redacts them.
 */
export function reportSecrets(address: ChannelAddress, secrets: readonly LearntSecret[]): Promise<void> {
  return channelClient(address).send({ kind: 'secrets', secrets });
}

/** Registers, in the main process, the secrets that a worker reports: with its redactor and with the services' guardians. */
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
