import { roles } from '../../../app/roles';

/** Owns the databases. */
export const owner = { host: '127.0.0.1', ...roles.owner };

/** May read all tables, but not create anything. */
export const reader = { host: '127.0.0.1', ...roles.reader };

/** May not read `hr.employees` of MY_DB. */
export const limited = { host: '127.0.0.1', ...roles.limited };
