import { largePageProgress } from '../../../../src/run-report/page/large-page';

test('prints the progress of a large page every two seconds, and nothing of a small one', () => {
  const lines: string[] = [];
  let time = 0;
  const report = largePageProgress(
    (line) => lines.push(line),
    () => time,
  );
  report({ tests: 1_000, of: 20_000, bytes: 4_000_000 });
  expect(lines).toEqual([]);
  report({ tests: 5_000, of: 20_000, bytes: 5_100_000 });
  time = 1_999;
  report({ tests: 6_000, of: 20_000, bytes: 6_000_000 });
  time = 2_000;
  report({ tests: 7_999, of: 20_000, bytes: 8_140_000 });
  time = 9_000;
  report({ tests: 20_000, of: 20_000, bytes: 20_000_000 });
  expect(lines).toEqual([
    'writing the page of 20,000 tests: 25 % (5.1 MB)',
    'writing the page of 20,000 tests: 39 % (8.1 MB)',
  ]);
});
