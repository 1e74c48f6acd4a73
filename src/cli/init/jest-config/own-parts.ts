import { runInNewContext } from 'node:vm';
import type * as TypeScript from 'typescript';
import type { OwnParts } from './wrap-config';

/** The parts of the config that `init` would write, for a config that exists. */
export function ownParts(text: string): OwnParts {
  const ts = require('typescript') as typeof TypeScript;
  const file = ts.createSourceFile('jest.config.js', text, ts.ScriptTarget.Latest, true);
  const statements = file.statements.filter(ts.isVariableStatement).map((each) => each.getText());
  const globals = /^ {2}globals: \{\n[^]*?^ {2}\},$/m.exec(text)?.[0].trim() ?? '';
  return { statements, globals };
}

/** `globals.connector` as a value; `undefined` if it calls functions, such as `daprSidecar()`. */
export function ownConnector(text: string): unknown {
  if (text.includes('require(')) return undefined;
  const module = { exports: {} as { globals?: { connector?: unknown } } };
  runInNewContext(text, { module });
  return module.exports.globals?.connector;
}
