import { equals } from '../../../src/assertions';
import { lazy } from '../../../src/lazy';
import { validateScenarios } from '../../../src/scenario/validate-scenarios';
import { formatProblems } from '../../../src/validation/problems';

const APIS = ['auth', 'preflight', 'metadata', 'workflow', 'config', 'search'];
const config = { name: 'c', api: 'config', configWorkflowId: 'x', assertThat: { a: 1 } };
const right = { name: 'auth_valid', api: 'auth', assertThat: { success: equals(true) } };
const problemsOf = (...scenarios: unknown[]): string => formatProblems(validateScenarios(scenarios, APIS));

test('each problem says what is expected, and what there is', () => {
  expect([{}, null, []].map((given) => formatProblems(validateScenarios(given, APIS)))).toMatchInlineSnapshot(`
   [
     "scenarios: expected an array of scenarios
      received: an empty object",
     "scenarios: expected an array of scenarios
      received: null",
     "scenarios: expected at least one scenario
      received: an empty array",
   ]
  `);
  const { api: _api, ...withoutApi } = right;
  const { assertThat: _checks, ...withoutChecks } = right;
  expect(
    problemsOf(
      { ...right, name: 'first' },
      { ...right, name: 'first' },
      { ...withoutApi, name: 'no api' },
      { ...right, name: 'api by number', api: 5 },
      { ...withoutChecks, name: 'no checks' },
      { ...right, name: 'checks by text', assertThat: 'success' },
      { ...right, name: 'undefined field', timeout: undefined, lock: undefined },
      { ...right, name: 'args twice', args: {}, credentials: {}, metadata: undefined },
      { name: 'no id', api: 'config', assertThat: { a: 1 } },
      { ...config, name: 'no payload', configAction: 'update' },
      { ...config, name: 'a payload', configAction: 'update', configPayload: {} },
      { ...right, name: 'lazy', args: { deep: [lazy('text' as never), null] } },
      { name: 'to come', todo: true, api: 'auth', waitFor: 'COMPLETED' },
    ),
  ).toMatchInlineSnapshot(`
   "1. scenario "first", name: expected a name that is unique in its block
      received: the name of scenario 1
   2. scenario "no api", api: expected one of auth, preflight, metadata, workflow, config, search
      received: nothing
   3. scenario "api by number", api: expected one of auth, preflight, metadata, workflow, config, search
      received: 5
   4. scenario "no checks", assertThat: expected an object of paths and checks
      received: nothing
      example: { success: equals(true) }
   5. scenario "checks by text", assertThat: expected an object of paths and checks
      received: "success"
      example: { success: equals(true) }
   6. scenario "args twice", metadata: expected a value (or leave the field out)
      received: undefined
   7. scenario "args twice", credentials: expected either \`args\` or this field: put it into \`args\`
   8. scenario "no id", configWorkflowId: expected the id of a configuration
      received: nothing
   9. scenario "no payload", configPayload: expected the value that the update stores
      received: nothing
   10. scenario "lazy", args.deep.0: expected lazy(() => value)
      received: lazy("text")"
  `);
});
