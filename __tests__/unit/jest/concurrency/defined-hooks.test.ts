import { DefinedHooks } from '../../../../src/jest/concurrency/defined-hooks';

const hook = (hookType: string, definedBy = '/app/a.test.js') => ({
  name: 'add_hook',
  hookType,
  asyncError: Object.assign(new Error(), { stack: `Error\n    at Object.beforeEach (${definedBy}:1:1)` }),
});

test('the hooks of the file and of the describe blocks around a place count, and those added later', () => {
  const hooks = new DefinedHooks();
  for (const type of ['beforeAll', 'afterEach', 'afterAll']) hooks.onEvent(hook(type));
  hooks.onEvent({ name: 'start_describe_definition' });
  hooks.onEvent(hook('beforeEach'));
  const inside = hooks.around();
  hooks.onEvent({ name: 'finish_describe_definition' });
  const outside = hooks.around();

  expect(inside()).toEqual(['afterEach', 'beforeEach']);
  expect(outside()).toEqual(['afterEach']);
  hooks.onEvent(hook('beforeEach'));
  expect(inside()).toEqual(['afterEach', 'beforeEach', 'beforeEach']);
  expect(outside()).toEqual(['afterEach', 'beforeEach']);
});

test('the hook that Jest itself defines in each file does not count', () => {
  const hooks = new DefinedHooks();
  hooks.onEvent(hook('beforeEach', '/app/node_modules/jest-circus/build/runner.js'));
  expect(hooks.around()()).toEqual([]);
});
