import { annotationCommand } from '../../../../src/run-report/github/workflow-command';

test('properties that are not known are left out', () => {
  expect(annotationCommand({ level: 'warning', title: 'a', message: 'b', file: undefined })).toBe(
    '::warning title=a::b',
  );
});

test('everything that ends a property, a command or a line is escaped', () => {
  const text = '100%\r\n::error::a, b: c';
  expect(annotationCommand({ level: 'error', title: text, message: text, file: 'a,b:c.ts', line: 1, col: 2 })).toBe(
    '::error file=a%2Cb%3Ac.ts,line=1,col=2,title=100%25%0D%0A%3A%3Aerror%3A%3Aa%2C b%3A c::100%25%0D%0A::error::a, b: c',
  );
});
