const { sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** The suites that take longest, the longest first. */
const SLOW = [];

/**
 * Jest begins with what took longest in the last run, and a clean clone has no last run: a long suite that comes last
 * would run alone.
 */
module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const index = SLOW.findIndex((name) => path.endsWith(`${sep}${name}.test.ts`));
      return index < 0 ? SLOW.length : index;
    };
    return super.sort(tests).sort((left, right) => rank(left) - rank(right));
  }
};
