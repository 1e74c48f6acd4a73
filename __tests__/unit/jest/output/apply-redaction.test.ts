import { applyRedaction } from '../../../../src/jest/output/apply-redaction';
import { redactText, redactValue } from '../../../../src/redaction/process-redactor';

afterEach(() => applyRedaction(undefined));

test('names of one’s own are secret names', () => {
  applyRedaction({ secretNames: ['tenantPin', 5, ''] });
  expect(redactValue({ tenantPin: 'k9-Xq!2', other: 'k9' })).toEqual({ tenantPin: '[redacted]', other: 'k9' });
});

test('only `false` switches redaction off', () => {
  applyRedaction({ redact: 'false' });
  expect(redactText('Authorization: Bearer abc.def')).not.toContain('abc.def');
  applyRedaction({ redact: false });
  expect(redactText('Authorization: Bearer abc.def')).toContain('abc.def');
});

test.each([[undefined], [null], ['x'], [[]]])('%j leaves redaction on', (connector) => {
  applyRedaction(connector);
  expect(redactText('Authorization: Bearer abc.def')).not.toContain('abc.def');
});

test('secrets of the configuration are known by their values', () => {
  applyRedaction({ headers: { 'x-api-key': 'pLanted-1!' }, app: { env: { ADMIN_TOKEN: 'pLanted-2!' } } });
  expect(redactText('refused: pLanted-1! pLanted-2!')).toBe('refused: [redacted] [redacted]');
});
