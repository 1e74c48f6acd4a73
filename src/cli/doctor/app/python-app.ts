import type { ConnectorConfig } from '../../../config/options';
import { findPythonApp } from '../../project/python-app';
import { type Finding, ok } from '../finding';
import type { ProjectSettings } from '../jest-settings';

/** What an app on the Python app SDK needs for workflows. */
export function pythonAppFindings(folder: string, { globals }: ProjectSettings): Finding[] {
  const { services = {} } = (globals['connector'] ?? {}) as ConnectorConfig;
  if (findPythonApp(folder) === undefined || Object.keys(services).length > 0) return [];
  const what =
    'The app is built on the Python app SDK, and the config has no `services`: workflows need Temporal and Dapr';
  return [ok('sdk', what)];
}
