import { equals } from '../../../src/assertions';
import { defineScenarios } from '../../../src/scenario/define-scenarios';
import type { Scenario } from '../../../src/scenario/scenario';

test('gives back the very list, so that plain lists do as well', () => {
  const scenarios: Scenario[] = [{ name: 'auth', api: 'auth', assertThat: { success: equals(true) } }];
  expect(defineScenarios(scenarios)).toBe(scenarios);
});
