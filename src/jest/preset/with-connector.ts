import { isAbsolute, normalize } from 'node:path';
import type { Config } from 'jest';
import type { ConnectorConfig } from '../../config/options';
import { ConnectorTestError } from '../../errors';
import { importPreset, requirePreset } from './other-preset';
import { preset, REPORTER } from './preset';

/** Jest's default. */
const JEST_MAX_CONCURRENCY = 5;

/**
 * Adds the settings of `preset: 'jest-connector'` to a Jest config that has another preset or `projects`.
 *
 * Your config takes precedence, then your preset, then ours. `transform`, `setupFilesAfterEnv`,
 * `modulePathIgnorePatterns` and `globals` are merged, and our reporter is added to yours. Everything else is set only if neither you nor your preset sets it.
 * `maxConcurrency` is raised to the `concurrency` in `globals.connector`, unless you or your preset set it.
 * If you have your own `globalSetup`, call `setupConnector` from it. In `projects`, every project that is an object gets
 * the same settings and the config's `globals.connector`. A project that is a path must wrap its own config.
 *
 * @throws ConnectorTestError INVALID_CONFIGURATION if your preset isn't found.
 * @example
 * module.exports = withConnector({ preset: 'ts-jest' });
 */
export function withConnector(config: Config): Config;
export function withConnector(config: Promise<Config>): Promise<Config>;
export function withConnector(config: () => Config | Promise<Config>): () => Promise<Config>;
export function withConnector(
  config: Config | Promise<Config> | (() => Config | Promise<Config>),
): Config | Promise<Config> | (() => Promise<Config>) {
  if (typeof config === 'function') return async () => extendAsync(await config());
  if ('then' in config) return config.then(extendAsync);
  return extend(config, loadNow);
}

/** Presets that are ES modules can only be loaded asynchronously, so all presets are loaded first. */
async function extendAsync(config: Config): Promise<Config> {
  const loaded = new Map<Config, Config>();
  for (const each of [config, ...projectsOf(config)]) {
    if (typeof each === 'object') loaded.set(each, await importPreset(each));
  }
  return extend(config, (each) => loaded.get(each) ?? {});
}

function loadNow(config: Config): Config {
  const loaded = requirePreset(config);
  if (loaded !== undefined) return loaded;
  throw new ConnectorTestError('INVALID_CONFIGURATION', {
    what: `withConnector() can't load ${String(config.preset)} synchronously.`,
    why: 'it is an ES module or a promise.',
    fix: 'pass a function to withConnector: withConnector(async () => ({ … })).',
  });
}

type PresetOf = (config: Config) => Config;

function extend(config: Config, presetOf: PresetOf): Config {
  if (config.preset === 'jest-connector') {
    const raised = concurrencyOf(config, {});
    return raised.maxConcurrency === undefined ? config : { ...config, ...raised };
  }
  const other = presetOf(config);
  const concurrency = concurrencyOf(config, other);
  if (config.projects === undefined) return { ...concurrency, ...addTo(config, other) };
  return {
    ...concurrency,
    ...config,
    reporters: reportersOf(config, other),
    projects: projectsOf(config).map((project) =>
      typeof project === 'string' ? project : extendProject(project, config, presetOf),
    ),
  };
}

/** Jest has one limit for a whole run: the highest that the configurations request, unless the user or the preset sets one. */
function concurrencyOf(config: Config, other: Config): Pick<Config, 'maxConcurrency'> {
  if (config.maxConcurrency !== undefined || other.maxConcurrency !== undefined) return {};
  const configs = [config, ...projectsOf(config)].filter((each) => typeof each === 'object');
  const wanted = configs.map(({ globals }) => (globals?.['connector'] as ConnectorConfig | undefined)?.concurrency);
  const most = Math.max(...wanted.filter((each) => typeof each === 'number'), JEST_MAX_CONCURRENCY);
  return most > JEST_MAX_CONCURRENCY ? { maxConcurrency: most } : {};
}

/** Jest doesn't pass `globals` down to projects, and uses one list of reporters for the whole run. */
function extendProject(project: Config, { globals }: Config, presetOf: PresetOf): Config {
  const connector: unknown = globals?.['connector'];
  const given = connector === undefined ? project : { ...project, globals: { connector, ...project.globals } };
  if (project.preset === 'jest-connector') return given;
  const { reporters: _, ...extended } = addTo(given, presetOf(project));
  return extended;
}

/** Jest later merges the preset `other` into the result; existing keys take precedence. */
function addTo(config: Config, other: Config): Config {
  const { transform, setupFilesAfterEnv, globals, modulePathIgnorePatterns, reporters: _, ...single } = preset;
  const ourTransform = handlesTypeScript(other) ? {} : transform;
  const missing = Object.entries(single).filter(([key]) => !(key in config) && !(key in other));
  return {
    ...Object.fromEntries(missing),
    ...config,
    globals: { ...globals, ...config.globals },
    // Jest uses the first pattern that matches, and a repeated key keeps its last value: so the user's come first and last.
    transform: { ...config.transform, ...ourTransform, ...config.transform },
    modulePathIgnorePatterns: [
      ...new Set([...modulePathIgnorePatterns, ...reportPatterns(config), ...(config.modulePathIgnorePatterns ?? [])]),
    ],
    setupFilesAfterEnv: [...new Set([...setupFilesAfterEnv, ...(config.setupFilesAfterEnv ?? [])])],
    reporters: reportersOf(config, other),
  };
}

/** The pattern of the folder that the configuration sets for the report, if it is in `rootDir`. */
function reportPatterns({ globals }: Config): string[] {
  const { report } = (globals?.['connector'] ?? {}) as ConnectorConfig;
  const folder = typeof report === 'object' ? report.folder : undefined;
  if (typeof folder !== 'string' || isAbsolute(folder) || folder.startsWith('..')) return [];
  const parts = normalize(folder)
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.');
  return parts.length === 0 ? [] : [`<rootDir>/${parts.map(escaped).join('/')}/`];
}

function escaped(text: string): string {
  return text.replace(/[.+^${}()|[\]\\*?]/g, '\\$&');
}

function handlesTypeScript({ transform }: Config): boolean {
  return Object.keys(transform ?? {}).some((pattern) => new RegExp(pattern).test('/a.ts'));
}

function reportersOf(config: Config, other: Config): NonNullable<Config['reporters']> {
  const reporters = config.reporters ?? other.reporters ?? ['default'];
  const names = reporters.map((reporter) => (typeof reporter === 'string' ? reporter : reporter[0]));
  const isThere = names.some((name) => name === REPORTER || name === 'jest-connector/reporter');
  return isThere ? reporters : [...reporters, REPORTER];
}

function projectsOf(config: Config): readonly (string | Config)[] {
  return config.projects ?? [];
}
