/**
 * The roles of the example's PostgreSQL, in the one place where the app and the tests read them. They exist in a server
 * that is made for one run and listens on the loopback interface, so their passwords may have defaults.
 */
export const roles = {
  /** Owns the databases. */
  owner: {
    username: process.env.MY_DB_USER || 'connector_owner',
    password: process.env.MY_DB_PASSWORD || 'owner-pass-1',
  },
  /** SELECT on all tables, no CREATE. */
  reader: {
    username: process.env.MY_DB_READER_USER || 'connector_reader',
    password: process.env.MY_DB_READER_PASSWORD || 'reader-pass-1',
  },
  /** SELECT on the tables of the schema `sales` only. */
  limited: {
    username: process.env.MY_DB_LIMITED_USER || 'connector_limited',
    password: process.env.MY_DB_LIMITED_PASSWORD || 'limited-pass-1',
  },
};
