import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { getTsconfig } from 'get-tsconfig';
import { findPackage, isAtLeast } from '../../project/installed-package';
import { COMMANDS_OF } from '../../project/installer';
import { OUR_NAME } from '../../project/our-files';
import type { SourceFile } from '../../project/source-files';
import { type ConfiguredFacts } from '../facts';
import { type Finding, ok, problem, warning } from '../finding';

/** Whether TypeScript sees the types of `expect`, `test` and the matchers. */
export function typeFindings(facts: ConfiguredFacts): Finding[] {
  const { settings, sources, folder, packageManager } = facts;
  const tests = sources.filter(({ path }) => settings.testFiles.includes(path) && /\.[cm]?tsx?$/.test(path));
  if (tests.length === 0) return [];
  const { add } = COMMANDS_OF[packageManager];
  const typescript = findPackage('typescript', folder);
  if (typescript === undefined) {
    const what = 'TypeScript is not installed, so nothing checks the types: Jest does not.';
    return [warning('types', what, `\`${add} typescript\`, and run \`npx tsc --noEmit\`.`)];
  }
  if (!isAtLeast(typescript.version, 5, 4)) {
    const what = `TypeScript ${typescript.version} can't read the types of Jest and ${OUR_NAME}.`;
    return [problem('types', what, `install TypeScript 5.4 or later: \`${add} typescript@latest\``)];
  }
  const found = [...globalTypeFindings(tests, facts, typescript.version), ...expectFindings(tests, folder)];
  return found.length > 0 ? found : [ok('types', `TypeScript ${typescript.version} sees the types of the matchers`)];
}

/** Tests that don't import `expect` and `test` get their types from `@types/jest`. */
function globalTypeFindings(tests: readonly SourceFile[], facts: ConfiguredFacts, version: string): Finding[] {
  const using = tests.find(({ text }) => usesGlobals(text));
  if (using === undefined) return [];
  const { folder, packageManager } = facts;
  if (findPackage('@types/jest', dirname(using.path)) === undefined) {
    const what = `The types of \`test\` and \`expect\` are missing; ${using.name} uses them.`;
    return [warning('types', what, `\`${COMMANDS_OF[packageManager].add} @types/jest\``)];
  }
  const tsconfig = getTsconfig(folder);
  const listed = tsconfig?.config.compilerOptions?.types;
  if (tsconfig === null || listed?.includes('jest') || listed?.includes('*')) return [];
  // Since TypeScript 6, `types` is empty by default.
  if (listed === undefined && !isAtLeast(version, 6)) return [];
  const what = `${tsconfig.path} doesn't list "jest" in \`types\`, so \`test\`, \`expect\` and the matchers have no types.`;
  return [warning('types', what, 'set `"types": ["node", "jest"]` in its compilerOptions.')];
}

/** The types of the matchers extend those of `expect`; another copy of it has them not. */
function expectFindings(tests: readonly SourceFile[], folder: string): Finding[] {
  const using = tests.find(({ text }) => /['"]@jest\/globals['"]/.test(text));
  if (using === undefined) return [];
  const globals = findPackage('@jest/globals', dirname(using.path));
  const own = findPackage(OUR_NAME, folder);
  if (globals === undefined) {
    const what = `@jest/globals, which ${using.name} imports, is not installed.`;
    return [problem('types', what, 'install it, in the version of Jest.')];
  }
  const jestExpect = findPackage('@jest/expect', globals.root);
  const theirs = jestExpect && findPackage('expect', jestExpect.root);
  const ours = own && findPackage('expect', own.root);
  if (theirs === undefined || ours === undefined || realpathSync(theirs.root) === realpathSync(ours.root)) return [];
  return [
    warning(
      'types',
      `\`expect\` of @jest/globals (${theirs.version}) is another copy than that of ${OUR_NAME} (${ours.version}), so the matchers have no types.`,
      'install `jest`, `expect` and `@jest/globals` in the same version.',
    ),
  ];
}

function usesGlobals(text: string): boolean {
  return (
    /^\s*(?:test|it|describe|expect|beforeAll|beforeEach)(?:\.\w+)*\(/m.test(text) && !text.includes('@jest/globals')
  );
}
