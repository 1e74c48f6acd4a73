import type { ApiResponse } from '../api-response';
import { API_PREFIX, type ApiRequest } from '../apis/api-request';
import { toFlat } from '../apis/credentials-format';
import { ConnectorTestError } from '../errors';
import { jsonText } from '../json/exact-json';
import { redactedStart } from '../redaction/process-redactor';
import { isRecord } from '../validation/shape';

/** Sends a request to the app server. */
export type Send = (request: ApiRequest) => Promise<ApiResponse>;

/** Stores credentials in the server's development vault; see {@link createLocalVault}. */
export interface LocalVault {
  /** Returns a workflow's arguments with `credential_guid` instead of `credentials`, or unchanged. */
  provision(args: unknown, send: Send): Promise<unknown>;
}

const VAULT_PATH = `${API_PREFIX}/dev/local-vault`;

/**
 * The server removes `credentials` from the body of a start request: a workflow gets them from the vault. The vault is
 * called once per distinct credentials; a failure is not cached. If there is no vault (403, 404), nothing is changed.
 */
export function createLocalVault(): LocalVault {
  const asked = new Map<string, Promise<string | undefined>>();

  const askFor = (key: string, flat: Readonly<Record<string, unknown>>, send: Send): Promise<string | undefined> => {
    const asking = ask(flat, send);
    asked.set(key, asking);
    asking.catch(() => {
      if (asked.get(key) === asking) asked.delete(key);
    });
    return asking;
  };

  const guidOf = (flat: Readonly<Record<string, unknown>>, send: Send): Promise<string | undefined> => {
    const key = jsonText(flat);
    // Each call reports its own failure, with its own headers and timeout.
    return asked.get(key)?.catch(() => askFor(key, flat, send)) ?? askFor(key, flat, send);
  };

  return {
    async provision(args, send) {
      if (!isRecord(args) || 'credential_guid' in args) return args;
      const { credentials, ...others } = args;
      const flat = toFlat(credentials);
      if (flat === undefined) return args;
      const guid = await guidOf(flat, send);
      return guid === undefined ? args : { ...others, credential_guid: guid };
    },
  };
}

async function ask(credentials: Readonly<Record<string, unknown>>, send: Send): Promise<string | undefined> {
  const { status, body } = await send({ method: 'POST', path: VAULT_PATH, body: credentials }).catch(unreachable);
  if (status === 403 || status === 404) return undefined;
  const guid: unknown = status >= 200 && status < 300 ? body?.data?.credential_guid : undefined;
  if (typeof guid === 'string' && guid !== '') return guid;
  throw vaultError(
    `POST ${VAULT_PATH} returned ${status}${detailOf(body)}${status < 300 ? ', without data.credential_guid' : ''}.`,
    "check the server's log, or pass your own `credential_guid` in the arguments.",
  );
}

function unreachable(error: unknown): never {
  const { code, what, why, fix } = error as Partial<ConnectorTestError>;
  // Invalid arguments are the caller's mistake, not the vault's.
  if (code === 'INVALID_ARGS' || what === undefined) throw error;
  throw vaultError([what, why].filter(Boolean).join('\n'), fix ?? "check the server's log.");
}

/** Only strings, because a validation error of the server would show the credentials. */
function detailOf(body: unknown): string {
  const fields = isRecord(body) ? body : {};
  const detail = [fields['detail'], fields['message'], body].find((value) => typeof value === 'string' && value !== '');
  return detail === undefined ? '' : `: ${redactedStart(String(detail), 200)}`;
}

function vaultError(why: string, fix: string): ConnectorTestError {
  return new ConnectorTestError('VAULT_FAILED', {
    what: "The workflow's credentials could not be stored in the local vault.",
    why: `${why}\nthe workflow was not started.`,
    fix,
  });
}
