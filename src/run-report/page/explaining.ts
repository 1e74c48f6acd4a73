import { hintsFor } from '../../report/hints/hints';
import { withoutColours } from '../../report/plain-text';
import type { Explaining } from './detail/page-attempt';

/** What explains failures in Node; the page itself doesn't have it. */
export const EXPLAINING: Explaining = {
  hintsFor,
  diff(expected, received) {
    const { diff } = require('jest-matcher-utils') as typeof import('jest-matcher-utils');
    return withoutColours(diff(expected, received) ?? '') || undefined;
  },
};
