import { API_PARTS } from './api-parts';
import { COMMAND_PARTS } from './command-parts';
import type { Part } from './fill-page';
import { FUNCTION_PARTS } from './function-parts';
import { OPTION_PARTS } from './option-parts';
import { SCENARIO_PARTS } from './scenario-parts';
import { STANDARD_PARTS } from './standard-parts';

/** All generated parts by the name in their marker. */
export const PARTS: Readonly<Record<string, Part>> = {
  ...SCENARIO_PARTS,
  ...OPTION_PARTS,
  ...FUNCTION_PARTS,
  ...API_PARTS,
  ...COMMAND_PARTS,
  ...STANDARD_PARTS,
};
