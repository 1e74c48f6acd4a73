import { ConnectorTestError } from '../errors';

/** `notEquals` → `not_equals` */
function pythonName(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Makes the Python spelling of a public name an error that tells the right one. It would be `undefined`, and the only
 * message JavaScript’s: "not_equals is not a function". The names are not enumerable, so nothing lists them.
 */
export function refusePythonNames(entry: object): void {
  for (const name of Object.keys(entry)) {
    const python = pythonName(name);
    if (python in entry || /^[A-Z]/.test(name)) continue;
    const refuse = (): never => {
      const error = new ConnectorTestError('UNKNOWN_NAME', {
        what: `jest-connector has no \`${python}\`.`,
        why: 'that is how Python spells it.',
        fix: `import \`${name}\`.`,
      });
      throw error;
    };
    Object.defineProperty(entry, python, { get: refuse, enumerable: false, configurable: true });
  }
}
