/** Wording that the documentation does not use. */
export interface VoiceRule {
  readonly pattern: RegExp;
  /** What to write instead. */
  readonly say: string;
  /** Right uses of the same words. */
  readonly allow?: RegExp;
}

/** One word for one thing: what is written here on the right of `say` is not used. */
export const VOICE_RULES: readonly VoiceRule[] = [
  { pattern: /\banswer(?:s|ed|ing)?\b/gi, say: 'response, return, respond' },
  { pattern: /\bwhat came\b/gi, say: 'the response' },
  {
    pattern: /\bask(?:s|ed)? (?:for|after|of|it|the)\b|\bis asked\b/gi,
    say: 'request, send, check',
    allow: /asked to stop|did not ask for/,
  },
  {
    pattern: /\btexts?\b/gi,
    say: 'string, number, list of strings',
    allow: /[Tt]ext that CI|other text|plain[ -]text|text\/(?:plain|html)|isn't text|text or bytes|\.text\(/,
  },
  { pattern: /\b(?:red|green)\b/gi, say: 'fails, failed, passes', allow: /green run|false green/i },
  {
    pattern: /\b(?:looks?|looked|looking) (?:at|after|through)\b|\ba look\b|\btwo looks\b|\bsights?\b/gi,
    say: 'check, poll, probe',
  },
  { pattern: /\b(?:tells?|told|telling)\b/gi, say: 'report, print, list, mention', allow: /impossible to tell/ },
  { pattern: /\b(?:made|resolved|run|asked) once and kept\b|\bkept for (?:later|the)\b/gi, say: 'cached' },
  {
    pattern: /\b(?:strangers?|somebody|nobody|everybody|a person|people who|whoever)\b/gi,
    say: 'name the actor; you',
    // The user name of an example.
    allow: /'nobody'/,
  },
  { pattern: /\bset to nothing\b/gi, say: 'empty, unset' },
  {
    pattern: /\bcapitals?\b|\bsmall letters?\b|\bno letter or digit\b/gi,
    say: 'upper-case, lower-case, non-alphanumeric',
  },
  { pattern: /\b(?:rooms?|floors?|doors?|waists?)\b/gi, say: 'folder, layer, single entry point, boundary' },
  { pattern: /\bcoming up\b|\bcomes up\b/gi, say: 'start-up' },
  { pattern: /\bstates? in which\b/gi, say: 'final status' },
  { pattern: /, for (?:it|they|we|he|nothing|there|what|this|that|these|otherwise|without|with)\b/gi, say: 'because' },
  { pattern: /\bstands?\b/gi, say: 'is', allow: /stands? (?:in )?for\b/ },
  { pattern: /\b(?:is|are|was) no\b/gi, say: "isn't a", allow: /there (?:is|are|was) no\b|no (?:longer|more)\b/i },
  {
    pattern: /\b(?:a|one) [a-z-]+ a (?:scenario|line|project|type|file|record|block|test|predicate|folder)\b/gi,
    say: 'per scenario',
  },
  { pattern: /\bplays? no (?:part|role)\b/gi, say: "doesn't matter" },
  { pattern: /\bbrought along\b|\binstalled along\b/gi, say: 'ships its own, is installed automatically' },
  { pattern: /\bwhat becomes of\b|\bwhat came of\b|\bwhatever came of\b/gi, say: 'what happens to, the outcome' },
  { pattern: /\bhow often to\b/gi, say: 'how many times' },
  { pattern: /\b(?:is|are) not right\b|\bnot valid\b/gi, say: 'invalid', allow: /not valid HTTP|'is not valid'/ },
  { pattern: /\bmisspelt\b/gi, say: 'misspelled' },
  { pattern: /\b(?:dead|broken) (?:server|JSON)\b/gi, say: 'a server that is down, invalid JSON' },
  { pattern: /\bgoes before\b|\blaid over\b/gi, say: 'wins over, is merged over' },
  { pattern: /\bof (?:one's|one’s) own\b|\bby itself that\b/gi, say: 'your own' },
  { pattern: /\bgreen for\b|\bturns? (?:no|a) \w+ red\b/gi, say: 'passes, fails' },
];

/** The longest sentence, in words. */
export const MOST_WORDS = 25;
