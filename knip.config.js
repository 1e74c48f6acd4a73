/** Adds the imports that a `require` inside a function makes: knip reads no names of these. */
function withLazyImports(text) {
  const destructured = text.matchAll(/const \{([^}]+)\} =\s*require\(('[^']+')\) as typeof import/g);
  const accessed = text.matchAll(/\(require\(('[^']+')\) as typeof import\('[^']+'\)\)\s*\.(\w+)/g);
  const functions = text.matchAll(/const (\w+) = \(\): typeof import\(('[^']+')\)/g);
  const imports = [
    ...[...destructured].map(([, names, module]) => `import {${names.replaceAll(':', ' as')}} from ${module};`),
    ...[...accessed].map(([, module, name]) => `import { ${name} } from ${module};`),
    ...[...functions].flatMap(([, name, module]) =>
      [...text.matchAll(new RegExp(`${name}\\(\\)\\.(\\w+)`, 'g'))].map(
        ([, each]) => `import { ${each} } from ${module};`,
      ),
    ),
  ];
  return [text, ...imports].join('\n');
}

/** @type {import('knip').KnipConfig} */
module.exports = {
  ignoreExportsUsedInFile: true,
  // These are reached through a façade in another file.
  ignoreIssues: { 'src/jest/transform/typescript-errors.ts': ['exports'] },
  compilers: { ts: withLazyImports },
  workspaces: {
    '.': {
      // Beside what package.json exports: what Jest, a process and a thread are given the path of.
      entry: [
        'src/cli/cli.ts',
        'src/jest/files/*.ts',
        'src/service/process/guardian.ts',
        'src/output/read/parquet-worker.ts',
        'src/page/main.tsx',
        'bench/{run,server}.mjs',
        'bench/{large-page,shard-reports}.ts',
        'bench/record-usage.cjs',
        'scripts/mutation/covering-tests-runner.cjs',
      ],
      project: ['src/**/*.{ts,tsx}', 'matchers/**/*.ts', 'bench/**', 'scripts/**', '__tests__/**/*.ts'],
      ignore: ['__tests__/**/fixtures/**', '__tests__/types/**'],
      // Named in the source of a project that bench/ writes, and on a command line.
      ignoreDependencies: ['pactum', '@playwright/test'],
      // Of the operating system.
      ignoreBinaries: ['mkfifo', 'script'],
    },
    'scripts/package-checks': {},
    'examples/postgres-connector': {
      entry: ['app/{main,postgres-main}.ts', '**/*.test.ts'],
      ignoreDependencies: ['tsx'],
    },
    'examples/sdk-connector': { entry: ['*.config.js', '**/*.test.ts'] },
  },
};
