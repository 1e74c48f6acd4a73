const { join } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** The suites that take longest, the longest first. */
const SLOW = [
  'e2e/examples',
  'integration/service/start/start-service',
  'e2e/concurrency',
  'integration/jest/setup/setup-connector',
  'e2e/preset',
  'e2e/page',
  'e2e/doctor',
  'e2e/record',
  'e2e/strength',
  'e2e/by-hand',
  'integration/service/process/stop-on-exit',
  'e2e/kill-matrix',
  'e2e/command-line',
  'e2e/early-end',
  'e2e/first-hour',
  'types',
  'unit/redaction/random',
  'unit/redaction/long',
  'e2e/gallery',
  'e2e/describe-connector',
  'e2e/workflows',
  'e2e/canary',
  'integration/client/http/kept-connections',
  'integration/client/health',
  'integration/standard/standard-scenarios',
  'integration/cli/doctor/doctor',
  'integration/cli/doctor/app/started-app',
  'docs',
  'e2e/first-hour-failures',
  'e2e/expected-data',
  'e2e/projects',
  'e2e/docs',
  'e2e/bundle',
  'types-completion',
];

/**
 * Jest begins with what took longest in the last run, and a clean clone has no last run: a long suite that comes last
 * would run alone.
 */
module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const index = SLOW.findIndex((name) => path.endsWith(join('__tests__', `${name}.test.ts`)));
      return index < 0 ? SLOW.length : index;
    };
    return super.sort(tests).sort((left, right) => rank(left) - rank(right));
  }
};
