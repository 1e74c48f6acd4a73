import { type InstalledPackage, readManifest } from '../project/installed-package';
import { type PackageManager, packageManagerOf } from '../project/installer';
import { isOurs } from '../project/our-files';
import { type SourceFile, sourceFiles } from '../project/source-files';
import type { JestFailure, JestSettings, ProjectSettings } from './jest-settings';

/** The options of the command. */
export interface DoctorOptions {
  /** The Jest config to read, instead of the one that Jest finds. */
  readonly config?: string | undefined;
  /** Whether to start the app. */
  readonly start?: boolean;
  /** Whether to send requests that write. */
  readonly writes?: boolean;
}

/** What the checks of a project read. */
export interface Facts {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly packageManager: PackageManager;
  readonly jest: InstalledPackage | undefined;
  readonly settings: JestSettings | JestFailure | undefined;
  readonly sources: readonly SourceFile[];
  readonly options: DoctorOptions;
}

/** The facts of a project whose configuration Jest could compute. */
export interface ConfiguredFacts extends Facts {
  readonly jest: InstalledPackage;
  readonly settings: JestSettings;
}

/** Everything that JavaScript and TypeScript sources can be named. */
const SOURCES = /\.[cm]?[jt]sx?$/;

/** Collects the facts that need no configuration. */
export function factsOf(
  folder: string,
  options: DoctorOptions,
  jest: InstalledPackage | undefined,
  settings: Facts['settings'],
): Facts {
  return {
    folder,
    manifest: readManifest(folder) ?? {},
    packageManager: packageManagerOf(folder),
    jest,
    settings,
    sources: sourceFiles(folder, SOURCES),
    options,
  };
}

/** Whether Jest could compute the configuration. */
export function isConfigured(facts: Facts): facts is ConfiguredFacts {
  return facts.settings !== undefined && 'configs' in facts.settings;
}

/** The projects of a Jest config that use this package; all of them if none does. */
export function ourProjects({ configs }: JestSettings): readonly ProjectSettings[] {
  const ours = configs.filter((project) => usesPreset(project) || 'connector' in project.globals);
  return ours.length === 0 ? configs : ours;
}

/** Whether a project has the preset's matchers or its global setup. */
export function usesPreset({ setupFilesAfterEnv, globalSetup }: ProjectSettings): boolean {
  return isOurs(globalSetup, 'global-setup') || setupFilesAfterEnv.some((path) => isOurs(path, 'register'));
}
