import { nearestName, type Problem } from '../validation/problems';
import { isRecord } from '../validation/shape';

/** Finds placeholders without a value: `${ports.grcp}` would be passed on literally. */
export function placeholderProblems(service: Record<string, unknown>, where: string): Problem[] {
  const { port: own, ports, url } = service;
  const known = [
    'host',
    'folder',
    ...(own === undefined && url === undefined ? [] : ['port']),
    ...(isRecord(ports) ? Object.keys(ports).map((name) => `ports.${name}`) : []),
  ];
  const used = JSON.stringify(service).match(/\$\{[\w.-]+\}/g) ?? [];
  return (
    [...new Set(used)]
      .map((placeholder) => placeholder.slice(2, -1))
      .filter((name) => !known.includes(name) && isMeantForUs(name, known))
      // An invalid `ports` is already reported.
      .filter((name) => ports === undefined || isRecord(ports) || !name.startsWith('ports.'))
      .map((name) => ({
        where,
        expected: 'a placeholder that has a value',
        received: `\${${name}}`,
        didYouMean: nearestName(name, known),
      }))
  );
}

/** `${HOME}` belongs to the shell; a name close to one of ours is a typo. */
function isMeantForUs(name: string, known: readonly string[]): boolean {
  // No shell variable has a dot in its name.
  if (/^(?:port|host|folder)$|\./.test(name)) return true;
  return name === name.toLowerCase() && nearestName(name, [...known, 'port', 'host', 'folder']) !== undefined;
}
