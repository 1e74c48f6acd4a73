import type { CommandDefinition } from '../command';
import { doctor } from './doctor';
import { init } from './init';
import { show } from './show';

/** All commands, in the order of the help and of docs/reference/command-line.md. A new command is added here only. */
export const COMMANDS: readonly CommandDefinition[] = [init, doctor, show];
