// npm run api writes the public types of each entry point to api/, so that changes show up in a diff.
// npm run api:check fails if a report is out of date.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache');
const require = createRequire(import.meta.url);
const isCheck = process.argv.includes('--check');

const entries = Object.entries(require('../../package.json').exports)
  .filter(([, { types }]) => types !== undefined)
  .map(([entry, { types }]) => [entry === '.' ? 'index' : entry.slice(2), types.replace('./dist', cache)]);
emitTypes();
const reports = entries.map(([name, types]) => configOf(name, types));
const [first, ...others] = reports;
const additionalEntryPoints = others.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath);
const compilerState = CompilerState.create(first, { additionalEntryPoints });
const stale = reports.filter((config) => !isCurrent(config)).map(({ reportFilePath }) => reportFilePath);
if (stale.length > 0) {
  console.error(`Not current:\n${stale.join('\n')}\nRun \`npm run api\` and review the diff.`);
  process.exitCode = 1;
}

function configOf(name, types) {
  const none = { default: { logLevel: 'none' } };
  return ExtractorConfig.prepare({
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: types,
      compiler: { tsconfigFilePath: join(root, 'tsconfig.build.json') },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: join(root, 'api'),
        reportTempFolder: join(cache, 'api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: none, tsdocMessageReporting: none },
    },
  });
}

/** Emits the types. Replaces `export =` with a named export, because its report would be empty. */
function emitTypes() {
  const types = join(cache, 'types');
  const tsc = [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', types];
  execFileSync(process.execPath, tsc, { cwd: root, stdio: 'inherit' });
  for (const [, path] of entries) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^export = (\w+);$/m, 'export { $1 };'));
  }
}

function isCurrent(config) {
  const messageCallback = (message) => {
    message.handled = true;
    if (message.logLevel === 'error') console.error(message.formatMessageWithLocation(root));
  };
  const { succeeded, apiReportChanged } = Extractor.invoke(config, {
    localBuild: !isCheck,
    compilerState,
    messageCallback,
  });
  if (!/^export /m.test(readFileSync(config.reportTempFilePath, 'utf8')))
    throw new Error(`${config.reportFilePath} is empty`);
  return succeeded && !(isCheck && apiReportChanged);
}
