// The roles of the PostgreSQL of ../../postgres-connector; the service provides its port once it is up.
import { roles } from '../../postgres-connector/app/roles';

const address = { host: '127.0.0.1', port: process.env.POSTGRES_PORT ?? '' };

/** Owns the databases. */
export const owner = { ...address, ...roles.owner };

/** May not read `hr.employees` of MY_DB. */
export const limited = { ...address, ...roles.limited };
