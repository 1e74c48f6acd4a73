import { scoreText } from '../../../strength/score';
import type { ProposedCheck, StrengthRecord } from '../../../strength/strength-record';
import { shortText } from '../foreign';
import type { PageStrength } from '../page-data';

const MOST_FIELDS = 100;

/** What a scenario would notice, as the page shows it. */
export function pageStrength(record: StrengthRecord): PageStrength {
  const { leftOut, broken, accepts, proposed, unchecked } = record;
  const codeFor = (place: ProposedCheck['place']): string =>
    proposed
      .filter((each) => each.place === place)
      .map(({ code }) => `${shortText(code)},`)
      .join('\n');
  return {
    summary:
      leftOut === undefined ? `${scoreText(broken)} broken responses noticed` : `Left out: ${shortText(leftOut)}.`,
    accepts: accepts.map(({ what }) => shortText(what)),
    checks: codeFor('assertThat'),
    fields: codeFor('scenario'),
    unchecked: unchecked
      .slice(0, MOST_FIELDS)
      .map(({ path, changes }) => `${shortText(path)}: ${changes.map(shortText).join(', ')}`),
  };
}
