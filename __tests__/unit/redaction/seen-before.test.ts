import { createRedactor } from '../../../src/redaction/redactor';
import { secret } from '../../../src/redaction/secret';

test('a string that was seen before is hidden as soon as it is known to be a secret', () => {
  const redactor = createRedactor();
  const shown = (): unknown => [redactor.text('from plum-harbour-12'), redactor.value({ a: 'plum-harbour-12' })];
  expect(shown()).toEqual(['from plum-harbour-12', { a: 'plum-harbour-12' }]);
  redactor.addSecret('plum-harbour-12', 'password');
  expect(shown()).toEqual(['from [redacted]', { a: '[redacted]' }]);
  secret('plum-harbour-13');
  expect(redactor.text('from plum-harbour-13')).toBe('from [redacted]');
});
