import { MARK } from '../redaction-mark';

/**
 * How certain it is that a value is a secret. `marked`: it was marked, or is in a variable such as `MY_PASSWORD`.
 * `named`: it is under a name such as `password` in a request, where a test may put anything. `beside`: the rest of
 * `credentials`, such as a user.
 */
export type Certainty = 'marked' | 'named' | 'beside';

/** Words that occur in every second message; none of them would be a good password. */
const COMMON = new Set(
  (
    'true false null none undefined yes no on off enabled disabled admin administrator root user users username password passwd ' +
    'passphrase secret token incorrect wrong-password wrong_password wrongpassword invalid-password invalid_password bad-password bad_password ' +
    'nonexistent  test tester testing guest public private default example demo sample local localhost ' +
    'host.docker.internal postgres postgresql mysql mariadb mssql sqlserver oracle mongodb redis sqlite snowflake bigquery redshift ' +
    'databricks athena trino tableau powerbi salesforce basic bearer oauth oauth2 digest apikey api_key api-key keypair key_pair iam ' +
    'iam_user iam_role kerberos ldap saml disable allow prefer require required verify-ca verify-full verify_ca verify_full http https ' +
    'string number integer boolean object array name value values type status state success failed failure failures error errors message ' +
    'data detail details auth check checks preflight metadata workflow workflows config connection connector connectors credential ' +
    'credentials database databases schema schemas table tables column columns warehouse catalog account service server client host port ' +
    'production prod staging development main master primary reader writer readonly read_only utf8 utf-8 application json ready pending ' +
    'running completed expected received request response headers body content-type hello world'
  ).split(' '),
);

const LOOPBACK =
  /^(?:[a-z]+:\/\/)?(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[?::1?\]?)(?::\d{1,5})?\/?$/i;

/** Whether `text` can be hidden wherever it occurs without making messages unreadable. */
export function isDistinctive(text: string, certainty: Certainty): boolean {
  if (text.length < 4 || MARK.includes(text) || COMMON.has(text.toLowerCase()) || LOOPBACK.test(text)) return false;
  // A test of a refused login sends `password: 'wrong'`.
  if (certainty === 'named' && /^[a-z]{1,7}$/.test(text)) return false;
  if (certainty !== 'beside') return !/^\d{1,5}$/.test(text) && !/^\s*$/.test(text);
  if (/^[\d.,:-]*$/.test(text)) return text.length >= 8;
  // A single word of letters may occur anywhere, such as a database called `finance`.
  return text.length >= 12 || (text.length >= 6 && !/^\p{L}\p{Ll}*$|^\p{Lu}*$/u.test(text));
}

const SHORTEST_IN_ANY_CASE = 6;
const SHORT_WORD = /^\p{L}{1,7}$/u;

/** Whether it can also be hidden in upper and lower case: the password `Summer` must not hide every "summer". */
export function isDistinctiveInAnyCase(text: string, certainty: Certainty): boolean {
  const folded = text.toLowerCase();
  return folded.length >= SHORTEST_IN_ANY_CASE && !SHORT_WORD.test(folded) && isDistinctive(folded, certainty);
}

/** Whether a piece of a long secret is distinctive: a row of dashes isn't. */
export function isVaried(piece: string): boolean {
  const seen = new Set<string>();
  for (const letter of piece) if (seen.add(letter).size >= 3) return true;
  return false;
}
