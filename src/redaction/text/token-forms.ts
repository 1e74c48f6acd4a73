import { markSpans, type Span } from './spans';

interface TokenForm {
  /** The first characters; without them the search is skipped. At least three, and the third is a literal. */
  readonly starts: readonly string[];
  /** The pattern of the rest. */
  readonly then: string;
}

const A_DIGIT = '(?=[\\w-]{0,80}\\d)';
const NO_MORE = '(?![A-Za-z0-9])';

/** `-----BEGIN RSA PRIVATE KEY` in Base64, up to the last character that doesn't depend on what follows. */
const KEYS_IN_BASE64 = ['', 'RSA ', 'EC ', 'DSA ', 'OPENSSH ', 'ENCRYPTED ', 'PGP '].map((kind) => {
  const begin = Buffer.from(`-----BEGIN ${kind}PRIVATE KEY`);
  return begin.subarray(0, begin.length - (begin.length % 3)).toString('base64');
});

/** Tokens that their issuers gave a recognizable form. Most forms are taken from secret scanners. */
const FORMS: Readonly<Record<string, TokenForm>> = {
  'JSON Web Token': {
    starts: ['eyJ', 'eyA', 'ewo', 'ew0'],
    then: '[\\w-]{8,}(?:(?:\\.[\\w-]*){4}|\\.[\\w-]{8,}\\.[\\w-]*)',
  },
  'private key in Base64': { starts: KEYS_IN_BASE64, then: '[\\w+/=-]{20,}' },
  AWS: { starts: ['AKIA', 'ASIA', 'ABIA', 'ACCA'], then: `[A-Z0-9]{16}${NO_MORE}` },
  'AWS Bedrock': { starts: ['ABSK'], then: '[A-Za-z0-9+/]{60,}={0,2}' },
  Atlassian: { starts: ['ATATT3', 'ATCTT3', 'ATBB'], then: '[\\w=-]{20,}' },
  Databricks: { starts: ['dapi', 'dkea', 'dose'], then: `[a-f0-9]{28,}(?:-\\d+)?${NO_MORE}` },
  dbt: { starts: ['dbtc_', 'dbtu_'], then: '[\\w=-]{30,}' },
  DigitalOcean: { starts: ['doo_v1_', 'dop_v1_', 'dor_v1_'], then: '[a-f0-9]{40,}' },
  Docker: { starts: ['dckr_pat_', 'dckr_oat_'], then: '[\\w-]{20,}' },
  GitHub: {
    starts: ['gho_', 'ghp_', 'ghr_', 'ghs_', 'ghu_'],
    then: '(?:[A-Za-z0-9]{16,}|\\w{1,20}_eyJ[\\w-]+(?:\\.[\\w-]+){2})',
  },
  'GitHub, fine-grained': { starts: ['github_pat_'], then: `${A_DIGIT}\\w{20,}` },
  GitLab: {
    starts: ['agent', 'cbt', 'dt', 'ft', 'imt', 'oas', 'pat', 'ptt', 'rt', 'rtr', 'soat'].map((kind) => `gl${kind}-`),
    then: '[\\w-]{16,}(?:\\.[\\w-]+)*',
  },
  Google: { starts: ['AIza'], then: '[\\w-]{30,}' },
  'Google OAuth': { starts: ['ya29.', 'GOCSPX-', '1//0'], then: '[\\w.-]{20,}' },
  Grafana: { starts: ['glsa_', 'glc_'], then: '[\\w+/]{32,}={0,2}' },
  HashiCorp: { starts: ['hvs.', 'hvb.', 'hvr.'], then: '[\\w-]{20,}' },
  HubSpot: { starts: ['pat-na', 'pat-eu'], then: '\\d-[a-f0-9-]{30,}' },
  'Hugging Face': { starts: ['hf_'], then: '[A-Za-z0-9]{30,}' },
  Linear: { starts: ['lin_api_'], then: '\\w{32,}' },
  'New Relic': { starts: ['NRAK-'], then: '[A-Z0-9]{27}' },
  npm: { starts: ['npm_'], then: '[A-Za-z0-9]{30,}' },
  OpenAI: {
    starts: ['sk-'],
    then: `(?:${A_DIGIT}(?:(?:proj|svcacct|service|admin|None|ant|or|lf)-[\\w-]{16,}|[A-Za-z0-9]{16,})|[A-Za-z0-9]{24,})`,
  },
  PlanetScale: { starts: ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'], then: '[\\w=.-]{30,}' },
  Postman: { starts: ['PMAK-'], then: '[a-f0-9]{24}-[a-f0-9]{34}' },
  PyPI: { starts: ['pypi-AgE'], then: '[\\w-]{30,}' },
  Salesforce: { starts: ['00D'], then: '[A-Za-z0-9]{12,15}![\\w.]{40,}' },
  SendGrid: { starts: ['SG.'], then: '[\\w-]{16,}\\.[\\w-]{16,}' },
  Sentry: { starts: ['sntrys_', 'sntryu_'], then: '[\\w+/=-]{30,}' },
  Shopify: { starts: ['shpat_', 'shpca_', 'shppa_', 'shpss_'], then: '[a-fA-F0-9]{32}' },
  Slack: { starts: ['a', 'b', 'e', 'o', 'p', 'r', 's'].map((kind) => `xox${kind}-`), then: '[\\w.-]{10,}' },
  'Slack, rotated': { starts: ['xoxe.xox'], then: '[bp]-[\\w-]{10,}' },
  'Slack app': { starts: ['xapp-'], then: '\\d-[\\w-]{10,}' },
  'Slack webhook': { starts: ['hooks.slack.com/'], then: '(?:services|workflows|triggers)/[\\w/-]{20,}' },
  Snowflake: { starts: ['ver:'], then: '\\d+-hint:\\d+-(?:[\\w+/=-]|%2[BbFf]|%3[Dd]){20,}' },
  Stripe: {
    starts: ['sk_live_', 'sk_test_', 'sk_prod_', 'rk_live_', 'rk_test_', 'rk_prod_'],
    then: `(?:${A_DIGIT}[A-Za-z0-9]{10,}|[A-Za-z0-9]{24,})`,
  },
  'Stripe webhook': { starts: ['whsec_'], then: '[A-Za-z0-9+/]{20,}={0,2}' },
};

/** The start or end of a colour, raw or escaped: its last letter doesn't belong to a word. */
const COLOUR = '(?:\\u001b|\\\\(?:u001[bB]|x1[bB]|033|e))\\[[\\d;]{0,20}m';
/** Not in the middle of a word. The `n` of `\n` and percent-encoded characters don't belong to a word. */
const START = `(?:(?<![\\w-])|(?<=\\\\[bfnrtv]|\\\\u[\\da-fA-F]{4}|%[\\da-fA-F]{2}|${COLOUR}))`;
const TOKEN = new RegExp(
  `${START}(?:${Object.values(FORMS)
    .map(({ starts, then }) => `(?:${starts.map(literal).join('|')})${then}`)
    .join('|')})`,
  'y',
);
const SHORTEST = 16;

/** Hashes of three characters: scanning by them is five times as fast as searching for so many literals. */
const MASK = (1 << 15) - 1;
const BEGINS = new Uint8Array(MASK + 1);
for (const start of Object.values(FORMS).flatMap(({ starts }) => starts)) {
  BEGINS[[...start.slice(0, 3)].reduce((hash, letter) => (hash << 5) ^ letter.charCodeAt(0), 0) & MASK] = 1;
}

/** `text` without the tokens that have a recognizable form. */
export function hideTokens(text: string): string {
  if (text.length < SHORTEST) return text;
  const spans: Span[] = [];
  let hash = 0;
  for (let place = 0; place < text.length; place += 1) {
    hash = ((hash << 5) ^ text.charCodeAt(place)) & MASK;
    if (BEGINS[hash] === 0 || place < 2) continue;
    TOKEN.lastIndex = place - 2;
    if (!TOKEN.test(text)) continue;
    spans.push({ start: place - 2, end: TOKEN.lastIndex });
    place = TOKEN.lastIndex - 1;
  }
  return spans.length === 0 ? text : markSpans(text, spans);
}

function literal(text: string): string {
  return text.replace(/[.+/]/g, '\\$&');
}
