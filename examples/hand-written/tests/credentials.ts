/** The owner of the example's databases. */
export const owner = {
  host: process.env.MY_DB_HOST || '127.0.0.1',
  username: process.env.MY_DB_USER || 'connector_owner',
  password: process.env.MY_DB_PASSWORD || 'owner-pass-1',
};

/** May read all tables, but not create anything. */
export const reader = {
  host: process.env.MY_DB_HOST || '127.0.0.1',
  username: process.env.MY_DB_READER_USER || 'connector_reader',
  password: process.env.MY_DB_READER_PASSWORD || 'reader-pass-1',
};
