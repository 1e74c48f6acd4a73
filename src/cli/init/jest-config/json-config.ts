import { isRecord } from '../../../validation/shape';
import type { ConfigChange } from './config-edit';

/** Adds the preset to a Jest config in JSON: `jest.config.json`, or the key "jest" of package.json. */
export function changeJsonConfig(text: string, isManifest: boolean, connector: unknown): ConfigChange {
  const whole = JSON.parse(text) as Record<string, unknown>;
  const config = (isManifest ? whole['jest'] : whole) as Record<string, unknown>;
  if (connector === undefined || 'preset' in config || 'projects' in config) {
    const advice = 'Move the Jest config into a file jest.config.js, and run `npx jest-connector init` again.';
    return { text, advice: `JSON can't call \`withConnector\`. ${advice}` };
  }
  const globals = isRecord(config['globals']) ? config['globals'] : {};
  const changed = { preset: 'jest-connector', ...config, globals: { ...globals, connector } };
  const indent = /^[ \t]+/m.exec(text)?.[0] ?? 2;
  return { text: `${JSON.stringify(isManifest ? { ...whole, jest: changed } : changed, undefined, indent)}\n` };
}
