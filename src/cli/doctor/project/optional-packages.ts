import { findPackage, isAtLeast } from '../../project/installed-package';
import { COMMANDS_OF } from '../../project/installer';
import { OUR_NAME } from '../../project/our-files';
import type { SourceFile } from '../../project/source-files';
import type { Facts } from '../facts';
import { type Finding, ok, problem } from '../finding';

/** A package that only some features need, and the code that shows that a project uses one of them. */
interface OptionalPackage {
  readonly name: string;
  readonly major: number;
  readonly minor: number;
  readonly feature: string;
  readonly uses: RegExp;
}

const PACKAGES: readonly OptionalPackage[] = [
  // A Standard Schema, such as one of zod, needs no package.
  { name: 'ajv', major: 8, minor: 0, feature: 'JSON Schemas', uses: /\bmatchesSchema\(\s*\{|\bschema:\s*['"`{]/ },
  { name: 'hyparquet', major: 1, minor: 20, feature: 'Parquet files', uses: /\.parquet\b/ },
];

/** Whether the packages are installed that the features in the project's tests need. */
export function optionalPackageFindings({ folder, sources, packageManager }: Facts): Finding[] {
  // It loads them from its own folder.
  const from = findPackage(OUR_NAME, folder)?.root ?? folder;
  return PACKAGES.flatMap(({ name, major, minor, feature, uses }) => {
    const using = sources.find((source) => usesIt(source, uses));
    if (using === undefined) return [];
    const found = findPackage(name, from);
    const fix = `\`${COMMANDS_OF[packageManager].add} ${name}\``;
    if (found === undefined)
      return [problem(name, `${using.name} uses ${feature}, and ${name} is not installed.`, fix)];
    if (isAtLeast(found.version, major, minor)) return [ok(name, `${name} ${found.version}, for ${feature}`)];
    const what = `${using.name} uses ${feature}, and ${OUR_NAME} finds ${name} ${found.version}, which is too old.`;
    return [problem(name, what, fix)];
  });
}

function usesIt({ text }: SourceFile, uses: RegExp): boolean {
  return /['"]jest-connector['"]/.test(text) && uses.test(text);
}
