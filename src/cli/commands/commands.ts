import type { CommandDefinition } from '../command';
import { contract } from './contract';
import { doctor } from './doctor';
import { init } from './init';
import { merge } from './merge';
import { record } from './record';
import { show } from './show';
import { strength } from './strength';

/** All commands, in the order of the help and of docs/reference/command-line.md. A new command is added here only. */
export const COMMANDS: readonly CommandDefinition[] = [init, doctor, record, contract, strength, merge, show];
