import type { CommandDefinition } from '../command';
import { contract } from './contract';
import { doctor } from './doctor';
import { merge } from './merge';
import { show } from './show';
import { strength } from './strength';

/** All commands, in the order of the help and of docs/reference/command-line.md. A new command is added here only. */
export const COMMANDS: readonly CommandDefinition[] = [doctor, contract, strength, merge, show];
