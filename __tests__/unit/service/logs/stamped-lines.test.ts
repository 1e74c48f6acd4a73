import { StampedLines, withoutStamps } from '../../../../src/service/logs/stamped-lines';

test('whole lines, in whatever pieces they come, each with its time', () => {
  let written = '';
  const lines = new StampedLines((text) => (written += text));
  for (const piece of ['one\ntw', 'o', '\n\nthr']) lines.add(piece);
  expect(withoutStamps(written)).toBe('one\ntwo\n\n');
  lines.end();
  lines.end();

  expect(withoutStamps(written)).toBe('one\ntwo\n\nthr\n');
  expect(written).toMatch(/^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z .*\n){4}$/);
});

test('a line that never ends is written in pieces', () => {
  const written: string[] = [];
  new StampedLines((text) => void written.push(text)).add('x'.repeat(100_000));
  expect(written).toHaveLength(1);
});

test('a carriage return ends a line too, alone or before a line feed that comes later', () => {
  let written = '';
  const lines = new StampedLines((text) => (written += text));
  for (const piece of ['10 %\r20 %\r', '::error::x\r', '\nlast\r\n', 'end\r']) lines.add(piece);
  lines.end();
  expect(withoutStamps(written)).toBe('10 %\n20 %\n::error::x\nlast\nend\n');
});
