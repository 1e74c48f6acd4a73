// Must not compile: the proof that the other projects can fail. The test reads the lines that begin with "//", each of
// which names a part of the error that the line below it must give.
import { allOf, defineScenarios, equals, exists, greaterThan, lazy, lessThan } from 'jest-connector';

defineScenarios([
  {
    name: 'wrong_parts',
    api: 'auth',
    args: {
      // error: MaybeLazy<Credentials
      credentials: 5,
    },
    assertThat: {
      // error: Check<boolean>
      success: greaterThan(5),
      // error: Check<string>
      'data.status': greaterThan(5),
      // error: Check<string>
      'data.expires_at': allOf(greaterThan(5), lessThan(7)),
      // error: Check<any>
      'any.other.path': exists,
      // error: Check<string>
      'data.message': (message: number) => message > 1,
    },
  },
  // error: "COMPLETED"
  { name: 'state', api: 'workflow', waitFor: 'DONE', assertThat: { success: equals(true) } },
  // error: | "metadata" |
  { name: 'api', api: 'auht', assertThat: { success: equals(true) } },
  // error: Did you mean to write 'assertThat'?
  { name: 'field', api: 'auth', assertTaht: {}, assertThat: { success: equals(true) } },
  // error: assertThat
  { name: 'nothing_asserted', api: 'auth' },
  {
    name: 'wrong_lazy',
    api: 'workflow',
    // error: MaybeLazy<
    args: lazy(() => ({ credentials: 5 })),
    assertThat: { success: equals(true) },
  },
  {
    name: 'wrong_parts_of_a_request',
    api: 'preflight',
    // error: Part<readonly string[]>
    checksToRun: 5,
    // error: Part<number>
    preflightTimeout: '60',
    // error: Part<AnyArgs>
    metadata: 'MY_DB',
    assertThat: { success: equals(true) },
  },
]);
// error: Did you mean 'toHavePath'?
expect({}).toHavePaht('a');
