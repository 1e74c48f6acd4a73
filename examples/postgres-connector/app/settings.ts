/** What the environment decides. */
export const settings = {
  appName: 'postgres',
  host: '127.0.0.1',
  port: Number(process.env.CONNECTOR_APP_PORT || 8765),
  /** Only where this is `local` does the app take credentials over HTTP (`/dev/local-vault`). */
  deployment: process.env.CONNECTOR_DEPLOYMENT ?? 'local',
  /** Where extractions are written; a temporary folder that goes with the process, if not set. */
  outputFolder: process.env.CONNECTOR_OUTPUT_DIR || undefined,
};
