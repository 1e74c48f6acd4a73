import { isAbsolute, join, resolve } from 'node:path';

const GLOBAL_SETUP = join(__dirname, 'global-setup.js');

interface ResolverOptions {
  readonly basedir: string;
  readonly defaultResolver: (request: string, options: ResolverOptions) => string;
}

/**
 * A Jest resolver: `import './scenarios.js'` may mean scenarios.ts, which is what `module: nodenext` makes people write.
 *
 * `moduleNameMapper` could do the same, but it would tell a person who misspells `./scenaros.js` about our pattern, and
 * packages that try an optional `./file.js` would not get the MODULE_NOT_FOUND they wait for.
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
        continue; // The first error is the one that names what was written.
      }
    }
    throw error;
  }
}

/** The preset gives each project a path of its own to it, which Jest's own resolver would make the same. */
function isGlobalSetup(request: string): boolean {
  return request.startsWith(__dirname) && resolve(request) === GLOBAL_SETUP;
}

function typescriptNames(request: string, basedir: string): string[] {
  const [, stem, kind] = /^(.*)\.([cm]?)js$/.exec(request) ?? [];
  const isOwnFile = (request.startsWith('.') || isAbsolute(request)) && !/[\\/]node_modules[\\/]/.test(basedir);
  if (stem === undefined || !isOwnFile) return [];
  return kind ? [`${stem}.${kind}ts`] : [`${stem}.ts`, `${stem}.tsx`];
}
