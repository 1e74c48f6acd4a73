import { ConnectorTestError } from '../errors';

/** `notEquals` → `not_equals` */
function pythonName(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Makes reading the Python spelling of a public name throw an error with the right name. Otherwise the name would be
 * `undefined`, and the only message would be "not_equals is not a function". The names are not enumerable, so nothing
 * lists them.
 */
export function refusePythonNames(entry: object): void {
  for (const name of Object.keys(entry)) {
    const python = pythonName(name);
    if (python in entry || /^[A-Z]/.test(name)) continue;
    const refuse = (): never => {
      const error = new ConnectorTestError('UNKNOWN_NAME', {
        what: `jest-connector does not export \`${python}\`.`,
        why: 'this is the Python spelling.',
        fix: `import \`${name}\`.`,
      });
      throw error;
    };
    Object.defineProperty(entry, python, { get: refuse, enumerable: false, configurable: true });
  }
}
