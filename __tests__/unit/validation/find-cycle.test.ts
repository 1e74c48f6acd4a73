import { findCycle } from '../../../src/validation/find-cycle';

test.each<[Record<string, readonly string[]>, string[] | undefined]>([
  [{}, undefined],
  [{ a: [] }, undefined],
  [{ a: ['a'] }, ['a', 'a']],
  [{ a: ['b'], b: ['a'] }, ['a', 'b', 'a']],
  [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, undefined],
  [{ a: ['b', 'c'], b: ['d'], c: ['a'], d: ['b'] }, ['a', 'c', 'a']],
  [{ a: ['b'], b: ['c'], c: ['b'] }, undefined],
  [{ a: ['unknown'] }, undefined],
])('from a in %j', (leads, way) => {
  expect(findCycle('a', (name) => leads[name] ?? [])).toEqual(way);
});

test('only over the names that are asked for', () => {
  const leads: Record<string, readonly string[]> = { a: ['b', 'c'], b: ['a'], c: ['a'] };
  const nextOf = (name: string): readonly string[] => leads[name] ?? [];

  expect(findCycle('a', nextOf, ['c'])).toEqual(['a', 'c', 'a']);
  expect(findCycle('a', nextOf, ['d'])).toBeUndefined();
});

test('a net of many ways is walked once', () => {
  const visits = new Map<string, number>();
  const nextOf = (name: string): readonly string[] => {
    visits.set(name, (visits.get(name) ?? 0) + 1);
    const level = Number(name.slice(1));
    return level < 30 ? [`l${level + 1}`, `r${level + 1}`] : [];
  };

  expect(findCycle('l0', nextOf)).toBeUndefined();
  expect(Math.max(...visits.values())).toBe(1);
});
