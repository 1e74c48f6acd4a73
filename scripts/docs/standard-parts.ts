import { DEVIATIONS } from '../../src/standard/deviations';
import { API_SHAPES, STANDARD_SHAPE } from '../../src/standard/options-problems';
import { membersNamed } from './declared';
import type { Part } from './fill-page';
import { code, fieldTable, table } from './markdown';

const FILE = 'src/standard/standard-options.ts';

/** The generated parts of the page about the standard suite. */
export const STANDARD_PARTS: Readonly<Record<string, Part>> = {
  'standard-options': () => optionsOf('StandardOptions', Object.keys(STANDARD_SHAPE)),
  'standard-api-options': () =>
    Object.entries(API_SHAPES)
      .map(([api, shape]) => `### ${code(api)}\n\n${optionsOf(`Standard${capitalized(api)}`, Object.keys(shape))}`)
      .join('\n\n'),
  'standard-deviations': () =>
    table(
      ['value', 'scenarios', 'reason'],
      Object.entries(DEVIATIONS).flatMap(([value, deviations]) =>
        deviations.map(({ scenarios, reason }) => [
          code(`'${value}'`),
          code(String(scenarios)).replaceAll('|', '\\|'),
          reason,
        ]),
      ),
    ),
};

function optionsOf(type: string, names: readonly string[]): string {
  return fieldTable('option', membersNamed(names, [FILE, type]));
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
