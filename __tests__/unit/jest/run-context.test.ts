import { runContext } from '../../../src/jest/run-context';
import { beginProject, forgetRun, publishRunState, runHandle } from '../../../src/service/run/run-state';

const globals = globalThis as { connector?: unknown };

afterEach(() => {
  delete globals.connector;
  forgetRun();
});

test('a test file finds the configuration among its globals', () => {
  globals.connector = { timeout: 7_000 };
  expect(runContext()).toMatchObject({ config: { timeout: 7_000 }, globals: { connector: { timeout: 7_000 } } });
});

test.each([[undefined], ['http://127.0.0.1'], [[]]])(
  'without a configuration, and with %j for one, it is empty',
  (given) => {
    globals.connector = given;
    expect(runContext()).toMatchObject({ config: {}, run: undefined });
  },
);

test('what global setup left is there', () => {
  runHandle().checkedUrls.add('http://127.0.0.1:9');
  publishRunState(runHandle(), beginProject('/project', {}));
  expect(runContext().run).toMatchObject({ checkedUrls: ['http://127.0.0.1:9'] });
});
