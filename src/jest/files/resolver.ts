import { isAbsolute, join, resolve } from 'node:path';

const GLOBAL_SETUP = join(__dirname, 'global-setup.js');

interface ResolverOptions {
  readonly basedir: string;
  readonly defaultResolver: (request: string, options: ResolverOptions) => string;
}

/**
 * A Jest resolver: `import './scenarios.js'` may mean scenarios.ts, because `module: nodenext` requires such imports.
 *
 * `moduleNameMapper` could do the same, but its error for a misspelled `./scenaros.js` would mention our pattern, and
 * packages that try to load an optional `./file.js` would not get the MODULE_NOT_FOUND that they expect.
 */
export function sync(request: string, options: ResolverOptions): string {
  if (isGlobalSetup(request)) return request;
  try {
    return options.defaultResolver(request, options);
  } catch (error) {
    for (const candidate of typescriptNames(request, options.basedir)) {
      try {
        return options.defaultResolver(candidate, options);
      } catch {
        continue; // Only the first error names the import as written.
      }
    }
    throw error;
  }
}

/** The preset gives each project its own path to the global setup, which Jest's resolver would normalize to the same one. */
function isGlobalSetup(request: string): boolean {
  return request.startsWith(__dirname) && resolve(request) === GLOBAL_SETUP;
}

function typescriptNames(request: string, basedir: string): string[] {
  const [, stem, kind] = /^(.*)\.([cm]?)js$/.exec(request) ?? [];
  const isOwnFile = (request.startsWith('.') || isAbsolute(request)) && !/[\\/]node_modules[\\/]/.test(basedir);
  if (stem === undefined || !isOwnFile) return [];
  return kind ? [`${stem}.${kind}ts`] : [`${stem}.ts`, `${stem}.tsx`];
}
