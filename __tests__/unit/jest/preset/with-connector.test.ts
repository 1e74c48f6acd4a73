import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Config } from 'jest';
import { preset as ours, REPORTER } from '../../../../src/jest/preset/preset';
import { withConnector } from '../../../../src/jest/preset/with-connector';
import { PROJECT_MARK } from '../../../../src/service/run/project-run';

const rootDir = mkdtempSync(join(tmpdir(), 'with-connector-test-'));

/** Each project names the global setup by a path of its own, and has a mark of its own. */
const preset = {
  ...ours,
  globalSetup: expect.stringMatching(/global-setup\.ts$/) as unknown as string,
  globals: { [PROJECT_MARK]: expect.any(String) as unknown as string },
};

installPreset('typescript-preset', { transform: { '^.+\\.tsx?$': 'their-transformer' }, testEnvironment: 'jsdom' });
installPreset('database-preset', { globalSetup: '/their/setup.js', reporters: ['their-reporter'] });
writeFileSync(join(rootDir, 'local-preset.json'), JSON.stringify({ testEnvironment: 'local' }));
writeFileSync(join(rootDir, 'esm-preset.mjs'), 'export default {}');

afterAll(() => rmSync(rootDir, { recursive: true }));

function installPreset(name: string, content: Config): void {
  mkdirSync(join(rootDir, 'node_modules', name), { recursive: true });
  writeFileSync(join(rootDir, 'node_modules', name, 'jest-preset.js'), `module.exports = ${JSON.stringify(content)};`);
}

test('without anything of the user, it is the preset', () => {
  expect(withConnector({})).toEqual(preset);
});

test('with our preset, nothing is to be done', () => {
  const config: Config = { preset: 'jest-connector', reporters: [] };
  expect(withConnector(config)).toBe(config);
});

describe("the user's keys win", () => {
  const config = withConnector({
    testEnvironment: 'jsdom',
    globalSetup: '/mine/setup.js',
    transform: {
      '\\.ts$': 'mine',
      ...Object.fromEntries(Object.keys(preset.transform).map((key) => [key, 'mine too'])),
    },
    moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1' },
    setupFilesAfterEnv: ['/mine/after-env.js'],
    reporters: ['default', ['jest-junit', { outputName: 'x.xml' }]],
    globals: { connector: { timeout: 5000 }, mine: 1 },
  });

  test('single ones', () => {
    expect(config).toMatchObject({
      testEnvironment: 'jsdom',
      globalSetup: '/mine/setup.js',
      globalTeardown: preset.globalTeardown,
      globals: { connector: { timeout: 5000 }, mine: 1 },
    });
  });

  test('merged ones stand first', () => {
    expect(Object.entries(config.transform ?? {})).toEqual([
      ['\\.ts$', 'mine'],
      [Object.keys(preset.transform)[0], 'mine too'],
    ]);
    expect(config.moduleNameMapper).toEqual({ '^@/(.*)$': '<rootDir>/$1' });
  });

  test('ours is set up first, as in a preset', () => {
    expect(config.setupFilesAfterEnv).toEqual([...preset.setupFilesAfterEnv, '/mine/after-env.js']);
  });

  test('our reporter stands beside theirs', () => {
    expect(config.reporters).toEqual(['default', ['jest-junit', { outputName: 'x.xml' }], REPORTER]);
  });
});

test.each([
  ['by name', ['default', 'jest-connector/reporter']],
  ['by path', [REPORTER]],
  ['with options', [['jest-connector/reporter', { junit: true }]]],
])('a reporter of ours that is there already, %s, is not added again', (_, reporters) => {
  expect(withConnector({ reporters } as Config).reporters).toEqual(reporters);
});

test.each([
  [undefined, []],
  [true, []],
  [{ folder: './out/a.b/' }, ['<rootDir>/out/a\\.b/']],
  [{ folder: '../out' }, []],
  [{ folder: '/tmp/out' }, []],
  [{ folder: '.' }, []],
])('the folder of the report %j is one that Jest ignores', (report, patterns) => {
  const config = withConnector({ modulePathIgnorePatterns: ['mine'], globals: { connector: { report } } });
  expect(config.modulePathIgnorePatterns).toEqual(['<rootDir>/connector-report/', ...patterns, 'mine']);
});

test('wrapping twice is wrapping once', () => {
  const globals = { connector: { report: { folder: 'out' } } };
  const once = withConnector({ setupFilesAfterEnv: ['/mine.js'], globals });
  expect(withConnector(once)).toEqual(once);
});

describe("the user's preset", () => {
  test('keeps its transform for TypeScript and its test environment', () => {
    const config = withConnector({ rootDir, preset: 'typescript-preset' });
    expect(config).toMatchObject({ preset: 'typescript-preset', transform: {}, globalSetup: preset.globalSetup });
    expect(config.transform).toEqual({});
    expect(config).not.toHaveProperty('testEnvironment');
  });

  test('keeps its global setup and its reporters; TypeScript comes from us when it does not handle it', () => {
    const config = withConnector({ rootDir, preset: 'database-preset' });
    expect(config).not.toHaveProperty('globalSetup');
    expect(config).toMatchObject({ transform: preset.transform, reporters: ['their-reporter', REPORTER] });
  });

  test.each(['./local-preset.json', '<rootDir>/local-preset', join(rootDir, 'local-preset.json')])(
    'may be the path %s',
    (path) => {
      expect(withConnector({ rootDir, preset: path })).not.toHaveProperty('testEnvironment');
    },
  );

  test('that is not there is an error that says where it was looked for', () => {
    expect(() => withConnector({ rootDir, preset: 'missing-preset' })).toThrow(
      expect.objectContaining({
        code: 'INVALID_CONFIGURATION',
        what: "withConnector() can't find the preset missing-preset.",
        why: `it was searched for from ${rootDir}, as missing-preset/jest-preset.`,
      }),
    );
  });

  test('that is an ES module asks for a function', () => {
    expect(() => withConnector({ rootDir, preset: './esm-preset' })).toThrow(
      expect.objectContaining({ code: 'INVALID_CONFIGURATION', fix: expect.stringContaining('async () =>') }),
    );
  });
});

describe('a config that is', () => {
  test('a promise stays one', async () => {
    expect(await withConnector(Promise.resolve({ rootDir, preset: 'typescript-preset' }))).toMatchObject({
      transform: {},
    });
  });

  test.each([() => ({ testTimeout: 7 }), async () => ({ testTimeout: 7 })])(
    'a function stays one: %s',
    async (make) => {
      expect(await withConnector(make as () => Promise<Config>)()).toEqual({ ...preset, testTimeout: 7 });
    },
  );
});

describe('projects', () => {
  const projects = [
    { displayName: 'plain' },
    { displayName: 'own preset', preset: 'database-preset', rootDir },
    { displayName: 'ours', preset: 'jest-connector', globals: { connector: { timeout: 5000 } } },
    '<rootDir>/packages/other',
  ];
  const config = withConnector({ projects, globals: { connector: { timeout: 9000, junit: true } } } as Config);
  const [plain, ownPreset, ours, path] = config.projects as [Config, Config, Config, string];

  test('that are objects get what a config gets, except reporters, which Jest refuses there', () => {
    const { reporters: _, globals: __, ...inProject } = preset;
    expect(plain).toMatchObject({ displayName: 'plain', ...inProject });
    expect(plain).not.toHaveProperty('reporters');
    expect(ownPreset).not.toHaveProperty('globalSetup');
    expect(ownPreset).toMatchObject({ setupFilesAfterEnv: preset.setupFilesAfterEnv });
  });

  test('the whole run gets the reporter, and none of the keys of a project', () => {
    expect(Object.keys(config).sort()).toEqual(['globals', 'projects', 'reporters']);
    expect(config.reporters).toEqual(['default', REPORTER]);
  });

  test('are given globals.connector of the config, unless they have their own', () => {
    expect(plain.globals).toEqual({ ...preset.globals, connector: { timeout: 9000, junit: true } });
    expect(ours).toEqual(projects[2]);
  });

  test('that are paths stay', () => {
    expect(path).toBe('<rootDir>/packages/other');
  });

  test('of an async config get the same', async () => {
    const later = await withConnector(async () => ({ projects, globals: config.globals }) as Config)();
    const alike = (given: Config) =>
      JSON.parse(
        JSON.stringify(given)
          .replaceAll('./', '')
          .replace(/("__JEST_CONNECTOR_PROJECT__":)"\d+"/g, '$10'),
      ) as Config;
    expect(alike(later)).toEqual(alike(config));
  });
});

describe('maxConcurrency', () => {
  const asking = (concurrency: number | true) => ({ globals: { connector: { concurrency } } });

  test.each<[string, Config, number | undefined]>([
    ['is raised to the concurrency of the configuration', asking(20), 20],
    ['is left to Jest where its own is enough', asking(5), undefined],
    ['is left to Jest for `true`', asking(true), undefined],
    ['is the user’s, if they say one', { ...asking(20), maxConcurrency: 2 }, 2],
    ['is raised with our preset too', { ...asking(20), preset: 'jest-connector' }, 20],
    ['is the highest of the projects', { projects: [asking(7), { ...asking(9), preset: 'jest-connector' }] }, 9],
  ])('%s', (_what, config, expected) => {
    expect(withConnector(config).maxConcurrency).toBe(expected);
  });
});
