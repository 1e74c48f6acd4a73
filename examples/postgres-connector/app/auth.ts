import type { AuthInput } from './contracts';
import { type Source, SourceRefusal } from './source';

/** The result of checking credentials. */
export interface AuthOutput {
  readonly status: 'success' | 'failed' | 'invalid_credentials';
  readonly message: string;
  readonly identities: readonly string[];
  readonly scopes: readonly string[];
}

/** Logs in and returns the user's identity. */
export async function authenticate(source: Source, { credentials, timeoutSeconds }: AuthInput): Promise<AuthOutput> {
  try {
    const identity = await source.use(
      credentials,
      async (client) => (await client.query<{ name: string }>('SELECT current_user AS name')).rows[0]?.name ?? '',
      { timeoutSeconds },
    );
    return { status: 'success', message: '', identities: [identity], scopes: ['read'] };
  } catch (error) {
    if (!(error instanceof SourceRefusal)) throw error;
    return { status: error.status, message: error.message, identities: [], scopes: [] };
  }
}
