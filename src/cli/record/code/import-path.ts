import { basename, dirname, extname } from 'node:path';
import type TypeScript from 'typescript';
import { isInModulePackage } from '../../project/es-modules';
import { isTypeScript, type ModuleStyle } from './module-style';

/** How the test beside a file imports it: `./recorded.scenarios`, with an ending where one is needed. */
export function importPath(path: string, style: ModuleStyle): string {
  const ending = extname(path);
  const compiled = ending.replace('ts', 'js');
  return `./${basename(path, ending)}${style === 'import' && needsEnding(path) ? compiled : ''}`;
}

/** TypeScript finds `.ts` without an ending, except from ES modules where it resolves as Node does. */
function needsEnding(path: string): boolean {
  if (!isTypeScript(path) || extname(path) !== '.ts') return true;
  return isInModulePackage(path) && resolvesLikeNode(path);
}

function resolvesLikeNode(path: string): boolean {
  const ts = require('typescript') as typeof TypeScript;
  const found = ts.findConfigFile(dirname(path), (file) => ts.sys.fileExists(file));
  if (found === undefined) return false;
  const config: unknown = ts.readConfigFile(found, (file) => ts.sys.readFile(file)).config;
  // Its files don't matter.
  const host = { ...ts.sys, readDirectory: () => [] };
  const { module = ts.ModuleKind.CommonJS, moduleResolution } = ts.parseJsonConfigFileContent(
    config ?? {},
    host,
    dirname(found),
  ).options;
  const { Node16, NodeNext } = ts.ModuleResolutionKind;
  if (moduleResolution !== undefined) return [Node16, NodeNext].includes(moduleResolution);
  return module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
}
