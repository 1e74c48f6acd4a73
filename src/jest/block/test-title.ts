import type { Scenario } from '../../scenario/scenario';

/** A scenario's title in Jest: its name, its tags for `-t @tag`, and why it is skipped, which Jest shows nowhere else. */
export function testTitle({ name, tags = [], skip, skipReason }: Scenario): string {
  const words = [name, ...tags.map((tag) => (tag.startsWith('@') ? tag : `@${tag}`))];
  if (skip) words.push(skipReason ? `(skipped: ${skipReason})` : '(skipped)');
  return words.join(' ');
}
