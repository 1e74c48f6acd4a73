/** The environment of a run that judges its checks and writes its report to `folder`. */
export function strengthEnvironment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, CONNECTOR_STRENGTH: '1', CONNECTOR_REPORT: folder };
}
