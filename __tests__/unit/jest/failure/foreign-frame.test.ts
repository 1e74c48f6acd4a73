import { isForeignFrame } from '../../../../src/jest/failure/foreign-frame';

test.each([
  ['    at Object.<anonymous> (/app/tests/auth.test.ts:5:9)', false],
  ['    at async /app/tests/auth.test.ts:5:9', false],
  ['    at Client.connect (/app/node_modules/pg/lib/client.js:12:5)', true],
  ['    at Client.connect (C:\\app\\node_modules\\pg\\client.js:12:5)', true],
  ['    at TCPConnectWrap.afterConnect (node:net:1611:16)', true],
  ['    at node:internal/process/task_queues:95:5', true],
  ['    at JSON.parse (<anonymous>)', true],
])('%s', (frame, isForeign) => {
  expect(isForeignFrame(frame)).toBe(isForeign);
});
