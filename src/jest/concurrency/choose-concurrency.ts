import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ConnectorTestError } from '../../errors';
import { framePlace } from '../failure/scenario-places';
import { isJestAtLeast, jestVersion } from '../jest-version';
import type { TestFile } from '../test-file';
import type { HooksAround } from './defined-hooks';

/** The concurrency that a block requests, and where the block is defined. */
export interface WantedConcurrency {
  readonly wanted: number | true;
  readonly testPath: string;
  /** The `describeConnector` call. Its stack line takes milliseconds to compute, so it's only read with concurrency. */
  readonly site: { readonly frame: string | undefined };
  /** `undefined` if the config replaces our test runner. */
  readonly testFile: TestFile | undefined;
}

/** How the scenarios of a block run. */
export interface Concurrency {
  /** How many run concurrently. With 1, they run one after the other, in ordinary tests. */
  readonly limit: number;
  /** Printed when `limit` isn't the requested number. */
  readonly notice?: string;
  readonly hooksAround?: HooksAround;
}

const BLOCK_HOOKS = 'beforeScenario and afterScenario of the block';
const SEQUENTIAL: Concurrency = { limit: 1 };
/** Before this version, an unawaited error may be attributed to another test, so that the test it belongs to passes. */
const SOUND_SINCE = [30, 5] as const;

/** Decides how many scenarios of a block run concurrently: only one if Jest would skip a hook or be unreliable. */
export function chooseConcurrency({ wanted, testPath, site, testFile }: WantedConcurrency): Concurrency {
  if (wanted === 1) return SEQUENTIAL;
  if (!isJestAtLeast(...SOUND_SINCE)) {
    return sequential(wanted, {
      why: `this is Jest ${jestVersion()}, and concurrent tests report errors reliably from Jest 30.5 on`,
      fix: 'npm install --save-dev jest@latest',
    });
  }
  if (testFile === undefined) {
    return sequential(wanted, {
      why: `the test runner of ${basename(testPath)} is not the preset's, so a beforeEach that Jest would skip can't be seen`,
      fix: "remove `testRunner` from the Jest config, or set preset: 'jest-connector'",
    });
  }
  const hooksAround = testFile.hooksAround();
  const hook = hookProblem(hooksAround, testPath, site.frame);
  if (hook !== undefined) return sequential(wanted, hook);
  return { ...limited(wanted, testFile.maxConcurrency), hooksAround };
}

interface Reason {
  readonly why: string;
  readonly fix: string;
}

function sequential(wanted: number | true, { why, fix }: Reason): Concurrency {
  return {
    ...SEQUENTIAL,
    notice: `scenarios run one after the other, although concurrency is ${wanted}: ${why}. Fix: ${fix}.`,
  };
}

/** Jest's own limit applies if it is lower. */
function limited(wanted: number | true, most: number): Concurrency {
  if (wanted === true || wanted <= most) return { limit: wanted === true ? most : wanted };
  const notice =
    `at most ${most} scenarios run at the same time, although concurrency is ${wanted}: Jest's maxConcurrency is ${most}. ` +
    `Fix: set maxConcurrency: ${wanted} in the Jest config, or use --maxConcurrency=${wanted}.`;
  return { limit: most, notice };
}

/** Jest silently skips `beforeEach` and `afterEach` for concurrent tests. */
function hookProblem(hooksAround: HooksAround, testPath: string, frame = ''): Reason | undefined {
  const file = basename(testPath);
  const [above] = hooksAround();
  if (above !== undefined) {
    const why = `Jest doesn't call ${above} for concurrent tests, and ${file} or a setup file has one around the block`;
    return { why, fix: `use ${BLOCK_HOOKS}` };
  }
  const below = hookIn(sourceBelow(testPath, frame));
  if (below === undefined) return undefined;
  const why = `${file} calls ${below} below describeConnector(…), and Jest doesn't call it for concurrent tests`;
  return { why, fix: `use ${BLOCK_HOOKS}, or move it above if it is in a describe of its own` };
}

/** The source of the test file after the call. */
function sourceBelow(testPath: string, frame: string): string {
  const place = framePlace(frame);
  const lines = readFileSync(testPath, 'utf8').split('\n');
  return (place?.file === testPath ? lines.slice(place.line - 1) : lines).join('\n');
}

function hookIn(source: string): string | undefined {
  const code = source.replace(/\/\*[^]*?\*\/|(?<!:)\/\/.*$/gm, '');
  return /\b(beforeEach|afterEach)\s*\(/.exec(code)?.[1];
}

/** Catches a hook that another file defined after the block. @throws ConnectorTestError SETUP_FAILED */
export function requireNoHooks([hook]: readonly string[]): void {
  if (hook === undefined) return;
  throw new ConnectorTestError('SETUP_FAILED', {
    what: `The scenarios were not run: ${hook} is below describeConnector(…).`,
    why: `concurrency is on, and Jest doesn't call ${hook} for concurrent tests.`,
    fix: `use ${BLOCK_HOOKS}; or call ${hook} above describeConnector(…), and the scenarios run one after the other.`,
  });
}
