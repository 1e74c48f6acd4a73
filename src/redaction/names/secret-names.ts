import { foldName, nameWords } from './name-words';

/** Decides which names are those of secrets. */
export interface SecretNames {
  /** Whether the value under `name` is a secret. */
  isSecret(name: string): boolean;
  /** Whether everything *inside* the value under `name` is secret, such as `credentials`. */
  isContainer(name: string): boolean;
  /** Whether a credential of this name is a location or a setting, such as a host, and not an identity. */
  isPlain(name: string): boolean;
  /** `name` as it is called inside its container: `role` for `extra.role`. */
  inContainer(name: string): string;
}

const KEYS =
  '(?:api|access|account|app|application|auth|client|consumer|decryption|deploy|encryption|hmac|license|master|private|secret|service|session|shared|signing|ssh|subscription|webhook)-?keys?';

/** Whole words anywhere in a name: `password_hash`, `token2`. */
const WORD = new RegExp(
  `(?:^|-)(?:passwords?|passwd|passphrase|passcode|pass|pwd|secrets?|token|jwt|bearer|authorization|cookies?|${KEYS}|session-?id|connection-?string|conn-?str)\\d*(?:-|$)`,
);

/** At the end of a name, even without a separator before them: `PGPASSWORD`, `dbpassword`, `accesstoken`. */
const ENDING = new RegExp(
  `(?:password|passwd|passphrase|passcode|pwd|secret|token|jwt|cookie|credentials?|session|sessid|sessionid|signature|authorization|connection-?string|(?:^|-)(?:sig|sid|otp|totp|dsn|database-url)|${KEYS}|(?:access|api|auth|bearer|id|refresh|secret|session)-?tokens)$`,
);

/** The last word of names that only describe a secret: `tokenType`, `password_policy`. */
const ABOUT = new Set(
  (
    'age alg algorithm at available check checks count counts date days description dir directory duration enabled endpoint ' +
    'error errors exists expired expires expiration expiry field fields file format guid hint home in index info issuer kind ' +
    'label length limit limits location manager max message method min minutes mode ms name names path policy position prefix ' +
    'present provider ref reference required rules scheme scope scopes seconds service size sock source state status stdin store ' +
    'strategy suffix supported test time timeout title ttl type types uri url usage valid validity version'
  ).split(' '),
);

/** Tokens for a position in a list, which grant no access. */
const PAGE_TOKEN = /(?:page|next|prev|previous|pagination|continuation|cursor|sync|cancel|cancellation|resume)-?token$/;

const CONTAINER = /^extra$|(?:^|-)credentials?(?:-by-name)?$/;
const INSIDE_CONTAINER = /^(?:extra|credentials?)\.(?=[^.])/i;

/** Credentials that are locations and settings. */
const PLAIN =
  /(?:^|-)(?:account|api-version|auth-type|authenticator|bucket|catalog|cluster|connector|database|dataset|db|db-?name|dialect|driver|encoding|endpoint|engine|environment|host|host-?name|http-path|location|path|port|project|protocol|region|role|schema|scheme|server|service-name|ssl-?mode|timeout|timezone|type|version|warehouse|work-?group|zone)(?:-(?:id|name))?$/;

/** Environment variables may also have these names; in a body, `key` and `auth` have too many meanings. */
const VARIABLE_WORD = /(?:^|-)(?:key|keys|auth|creds?|credentials?|pat|tokens)(?:-|$)/;
const OTHER_VARIABLE =
  /^(?:old)?pwd$|session$|(?:^|-)(?:primary|public|foreign|partition|sort|cache|known|host)-key|-(?:agent|host|port|user|username|email)$/;

/** The built-in names of secrets and the user's own `names`, regardless of case and separators. */
export function createSecretNames(names: readonly string[] = []): SecretNames {
  const own = new Set(names.map(foldName).filter((name) => name !== ''));
  const isSecret = remembering(
    (name) => INSIDE_CONTAINER.test(name) || own.has(foldName(name)) || soundsSecret(nameWords(name)),
  );
  return {
    isSecret,
    isContainer: remembering((name) => CONTAINER.test(nameWords(name))),
    isPlain: remembering((name) => PLAIN.test(nameWords(name)) && !own.has(foldName(name))),
    inContainer: (name) => name.replace(INSIDE_CONTAINER, ''),
  };
}

/** Requests repeat the same names, but a server may send any number of others. */
function remembering(judge: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size > 10_000) known.clear();
    const response = judge(name);
    known.set(name, response);
    return response;
  };
}

/** Whether an environment variable's name is that of a secret; `PWD`, paths and sockets are not. */
export function isSecretVariable(name: string, names: SecretNames): boolean {
  const words = nameWords(name);
  if (OTHER_VARIABLE.test(words)) return false;
  return names.isSecret(name) || (VARIABLE_WORD.test(words) && !ABOUT.has(lastWord(words)));
}

/** Variables that are read as credentials: the whole value is secret, as under `credentials`. */
const CREDENTIAL_VARIABLE = /^E2E_(?!SOURCE_DATASOURCE$|GOLDEN_ROOT$)/;

/** Whether an environment variable contains credentials, whatever its name. */
export function isCredentialVariable(name: string): boolean {
  return CREDENTIAL_VARIABLE.test(name);
}

function soundsSecret(words: string): boolean {
  if (/^database-url$/.test(words)) return true;
  if (ABOUT.has(lastWord(words)) || PAGE_TOKEN.test(words)) return false;
  return WORD.test(words) || ENDING.test(words);
}

function lastWord(words: string): string {
  return words.slice(words.lastIndexOf('-') + 1);
}
