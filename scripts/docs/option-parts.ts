import { CALL_SHAPE, CLIENT_SHAPE } from '../../src/client/validate-client-options';
import { DAPR_SHAPE } from '../../src/config/dapr-sidecar';
import { REPORT_SHAPE } from '../../src/config/report-options';
import { APP_SHAPE, SERVICE_SHAPE } from '../../src/config/services-problems';
import { TEMPORAL_SHAPE } from '../../src/config/temporal-dev-server';
import { CONFIG_SHAPE } from '../../src/config/validate-config';
import { OPTIONS_SHAPE } from '../../src/config/validate-options';
import { VARIABLES } from '../../src/env/known-variables';
import { preset } from '../../src/jest/preset/preset';
import { COMPARISON_SHAPE } from '../../src/output/baseline/expected-data-options';
import { SCENARIO_SHAPE } from '../../src/scenario/scenario-shape';
import { declarations, membersNamed } from './declared';
import type { Part } from './fill-page';
import { code, fieldTable, table } from './markdown';

const CONFIG = ['src/config/options.ts', 'ConnectorConfig'] as const;
const BLOCK = ['src/config/options.ts', 'ConnectorOptions'] as const;

/** Headings for the places in which an option is allowed, in the order of the page. */
const PLACES: Readonly<Record<string, string>> = {
  'config, block, scenario': 'In the config, a block and a scenario',
  'config, block': 'In the config and a block',
  config: 'In the config only',
  'block, scenario': 'In a block and a scenario',
  block: 'In a block only',
};

/** Where an option is allowed: `config, block`. */
export function placesOf(name: string): string {
  const shapes = { config: CONFIG_SHAPE, block: OPTIONS_SHAPE, scenario: SCENARIO_SHAPE };
  return Object.entries(shapes)
    .filter(([, shape]) => name in shape)
    .map(([place]) => place)
    .join(', ');
}

/** The options of config and block, one table per set of places. */
function options(): string {
  const names = [...new Set([...Object.keys(CONFIG_SHAPE), ...Object.keys(OPTIONS_SHAPE)])];
  return Object.entries(PLACES)
    .map(([places, title]) => {
      const here = names.filter((name) => placesOf(name) === places);
      return `### ${title}\n\n${fieldTable('option', membersNamed(here, BLOCK, CONFIG))}`;
    })
    .join('\n\n');
}

const fields = (column: string, shape: object, path: string, type: string): Part => {
  return () => fieldTable(column, membersNamed(Object.keys(shape), [path, type]));
};

/** Generated parts that are tables of options. */
export const OPTION_PARTS: Readonly<Record<string, Part>> = {
  options,
  'report-options': fields('field', REPORT_SHAPE, 'src/config/report-options.ts', 'ReportOptions'),
  'app-fields': fields('field', APP_SHAPE, 'src/config/service-config.ts', 'AppConfig'),
  'service-fields': fields('field', SERVICE_SHAPE, 'src/config/service-config.ts', 'ServiceConfig'),
  'temporal-options': fields('option', TEMPORAL_SHAPE, 'src/config/temporal-dev-server.ts', 'TemporalDevServerOptions'),
  'dapr-options': fields('option', DAPR_SHAPE, 'src/config/dapr-sidecar.ts', 'DaprSidecarOptions'),
  'client-options': fields('option', CLIENT_SHAPE, 'src/client/client-options.ts', 'ClientOptions'),
  'call-options': fields('option', CALL_SHAPE, 'src/client/client-options.ts', 'CallOptions'),
  'comparison-options': fields(
    'option',
    COMPARISON_SHAPE,
    'src/output/baseline/expected-data-options.ts',
    'ExpectedDataOptions',
  ),
  'environment-variables': () =>
    table(
      ['variable', 'meaning'],
      Object.entries(VARIABLES).map(([name, meaning]) => [code(name), meaning]),
    ),
  'preset-keys': () =>
    table(
      ['key', 'meaning'],
      declarations
        .membersOf('src/jest/preset/preset.ts', 'preset')
        .filter(({ name }) => name in preset)
        .map(({ name, documentation }) => [code(name), documentation]),
    ),
};
