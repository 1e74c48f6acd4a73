/**
 * The roles of the example's PostgreSQL, used by both the app and the tests. They only exist in a server that is created
 * for one run and listens on the loopback interface, so their passwords may have defaults.
 */
export const roles = {
  /** Owns the databases. */
  owner: {
    username: process.env.MY_DB_USER || 'connector_owner',
    password: process.env.MY_DB_PASSWORD || 'owner-pass-1',
  },
  /** Has SELECT on all tables, but not CREATE. */
  reader: {
    username: process.env.MY_DB_READER_USER || 'connector_reader',
    password: process.env.MY_DB_READER_PASSWORD || 'reader-pass-1',
  },
  /** Has SELECT only on the tables of the schema `sales`. */
  limited: {
    username: process.env.MY_DB_LIMITED_USER || 'connector_limited',
    password: process.env.MY_DB_LIMITED_PASSWORD || 'limited-pass-1',
  },
};
