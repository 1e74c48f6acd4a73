/** An environment variable that source code reads. */
export interface ReadVariable {
  readonly name: string;
  /** The field or variable that it is assigned to, such as `password`. */
  readonly field: string | undefined;
}

// `password: process.env.MY_PASSWORD`, `const password = process.env['MY_PASSWORD']`, `password: requireEnv('MY_PASSWORD')`
const READ =
  /(?:([\w$]+)['"`]?\s*[:=]\s*)?(?:\benv(?:\?\.|\.|(?:\?\.)?\[\s*['"`])([A-Za-z_]\w*)|\b\w*env\w*\(\s*['"`]([A-Z][A-Z0-9_]*)['"`])['"`]?\]?(\s*(?:\?\?|\|\|))?/gi;
const TAKEN_APART = /\{([^{}]*)\}\s*=\s*(?:process\.)?env\b/g;
const COMMENT = /^\s*(?:\/\/|\*)|(?<=[\s;,{}])\/\/.*$/;

/** The environment variables that source code reads without a default, in order. */
export function readVariables(source: string): ReadVariable[] {
  const code = source
    .split('\n')
    .map((line) => (/^\s*(?:\/\/|\*|\/\*)/.test(line) ? '' : line.replace(COMMENT, '')))
    .join('\n');
  const whole = code.replaceAll(/\bprocess\s*(?:\?\.|\.)\s*env\b/g, 'env');
  const read = [...whole.matchAll(READ)].flatMap(([, field, name, asked, fallback]) =>
    fallback === undefined ? [{ name: (name ?? asked) as string, field }] : [],
  );
  return [...read, ...[...whole.matchAll(TAKEN_APART)].flatMap(([, names = '']) => takenApart(names))];
}

/** `{ MY_USER, MY_PASSWORD: password, MY_PORT = '1' } = process.env` */
function takenApart(names: string): ReadVariable[] {
  return names
    .split(',')
    .map((each) => /^\s*(\w+)(?:\s*:\s*(\w+))?\s*(=)?/.exec(each))
    .flatMap((match) => {
      const [, name, field, fallback] = match ?? [];
      return name === undefined || fallback !== undefined ? [] : [{ name, field }];
    });
}
