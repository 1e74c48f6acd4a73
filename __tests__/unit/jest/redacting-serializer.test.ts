import { redactingSerializer } from '../../../src/jest/redacting-serializer';
import { learnSecretsOf } from '../../../src/redaction/process-redactor';

expect.addSnapshotSerializer(redactingSerializer);
beforeAll(() => learnSecretsOf({ password: 'Tr0ub4dor&3' }));

test('a snapshot holds no secret, at any depth, and is else as it was', () => {
  expect({ detail: ['refused: Tr0ub4dor&3'], status: 'failed' }).toMatchInlineSnapshot(`
{
  "detail": [
    "refused: [redacted]",
  ],
  "status": "failed",
}
`);
});
