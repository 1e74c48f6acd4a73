import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialVariables, prefixOf } from '../../../env/credentials';
import { namesIn, namesInDotenv } from '../../../env/dotenv';
import { readVariables } from '../../../env/read-variables';
import { missingVariables } from '../../../env/variables';
import { nearestName } from '../../../validation/problems';
import type { SourceFile } from '../../project/source-files';
import type { Facts } from '../facts';
import { type Finding, ok, problem, warning } from '../finding';

const EXAMPLE = '.env.example';

/** The variables that `.env.example` lists and the project's code has no default for. */
export function requiredVariables(rootDir: string, sources: readonly SourceFile[]): string[] {
  const path = join(rootDir, EXAMPLE);
  if (!existsSync(path)) return [];
  const withoutDefault = new Set(sources.flatMap(({ text }) => readVariables(text).map(({ name }) => name)));
  const hasDefault = (name: string): boolean =>
    !withoutDefault.has(name) && sources.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text));
  return namesIn(readFileSync(path, 'utf8')).filter((name) => !hasDefault(name));
}

/** Whether all variables of `.env.example` are set. */
export function variableFindings(rootDir: string, { sources }: Facts, isCi: boolean): Finding[] {
  const required = requiredVariables(rootDir, sources);
  const missing = missingVariables(required);
  if (missing.length === 0) {
    return required.length === 0 ? [] : [ok('variables', `The variables of ${EXAMPLE} are set`)];
  }
  const what = `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set, and ${EXAMPLE} lists ${missing.length === 1 ? 'it' : 'them'}.`;
  const fix = fixOf(rootDir, missing);
  if (isCi) return [problem('variables', `${what} CI is set, so scenarios that require them fail.`, fix)];
  return [warning('variables', `${what} Scenarios that need them are skipped or fail.`, fix)];
}

function fixOf(rootDir: string, missing: readonly string[]): string {
  if (!existsSync(join(rootDir, '.env'))) return `\`cp ${EXAMPLE} .env\`, and enter the values.`;
  const inFile = namesInDotenv(rootDir);
  const typos = missing.flatMap((name) => {
    const near = inFile.includes(name) ? undefined : nearestName(name, inFile);
    return near === undefined ? [] : [`${near} to ${name}`];
  });
  return typos.length > 0 ? `rename ${typos.join(', ')} in .env.` : 'set them in .env.';
}

/** Whether the names of the variables with credentials fit the application's name. */
export function credentialNameFindings(applicationName: string | undefined, { sources }: Facts): Finding[] {
  const code = sources.map(({ text }) => text).join('\n');
  const scenarios = [...code.matchAll(/\bname:\s*['"`]([\w-]+)['"`]/g)].map(([, name = '']) => prefixOf(name));
  const names = credentialVariables().filter(
    (name) => !code.includes(name) && !scenarios.some((prefix) => name.startsWith(prefix)),
  );
  if (names.length === 0 || /\bsource\(/.test(code)) return [];
  const [first = ''] = names;
  if (applicationName === undefined) {
    const fix = 'set ATLAN_APPLICATION_NAME in .env, or `applicationName` in `globals.connector`, to your application.';
    return [warning('credentials', `No scenario uses ${names.join(', ')}: the application has no name.`, fix)];
  }
  const prefix = prefixOf(applicationName);
  if (names.some((name) => name.startsWith(prefix))) return [];
  const what = `No scenario uses ${names.join(', ')}: the application "${applicationName}" reads ${prefix}*.`;
  return [warning('credentials', what, `rename ${first} to ${prefix}…, or correct the name of the application.`)];
}
