/** Settings from the environment. */
export const settings = {
  appName: 'postgres',
  host: '127.0.0.1',
  port: Number(process.env.CONNECTOR_APP_PORT || 8765),
  /** The app only accepts credentials over HTTP (`/dev/local-vault`) if this is `local`. */
  deployment: process.env.CONNECTOR_DEPLOYMENT ?? 'local',
  /** The folder for the output of extractions. If unset, a temporary folder that is removed with the process. */
  outputFolder: process.env.CONNECTOR_OUTPUT_DIR || undefined,
};
