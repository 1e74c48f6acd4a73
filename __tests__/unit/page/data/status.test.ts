import { statusKind, statusRank } from '../../../../src/page/data/status';
import { TEST_STATUSES } from '../../../../src/run-report/model/run-model';
import { isFailure, STATUS_ORDER, statusLabel } from '../../../../src/run-report/model/test-status';

test('every status has a place in the order', () => {
  expect([...STATUS_ORDER].sort()).toEqual([...TEST_STATUSES].sort());
});

test('a status of a newer version is shown as it is, after the others', () => {
  expect([statusKind('exploded'), statusLabel('exploded'), statusRank('exploded')]).toEqual(['unknown', 'exploded', 7]);
  expect([statusKind('notRun'), statusLabel('notRun'), statusRank('failed')]).toEqual(['notRun', 'not run', 0]);
});

test('what makes a run fail', () => {
  expect(STATUS_ORDER.filter(isFailure)).toEqual(['failed', 'crashed', 'notRun']);
});
