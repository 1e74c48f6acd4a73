import { expect, test } from '@jest/globals';
import { ContextPromises } from '../../../../src/jest/watch/context-promises';

const pending = (): Promise<string> => new Promise(() => undefined);

test.each([
  ['db', { db: pending() }],
  ['db.pool', { db: { pool: pending() } }],
  ['hosts.1', { hosts: ['a', pending()] }],
])('a pending promise at context.%s is named, with the hook that put it there', (path, added) => {
  const promises = new ContextPromises();
  const context = { client: {} };
  promises.check('setupTestEnvironment', context);
  Object.assign(context, added);
  promises.check('beforeScenario', context);
  promises.check('afterScenario', context);
  expect(promises.notes(context)).toEqual([
    `context.${path} is a pending promise, not a value; beforeScenario set it without awaiting it.\n` +
      `Write \`context.${path} = await …\` in beforeScenario.`,
  ]);
});

test('a promise that has settled is none less', async () => {
  const promises = new ContextPromises();
  const context = { db: Promise.resolve('x') };
  promises.check('setupTestEnvironment', context);
  await context.db;
  expect(promises.notes(context)).toEqual([expect.stringMatching(/^context\.db is a promise, not a value; setup/)]);
});

test('what is no promise, or none any more, is not named; nothing is called for it', () => {
  const promises = new ContextPromises();
  const query = { then: () => undefined };
  class Pool {
    connecting = pending();
  }
  const context: Record<string, unknown> = { query, pool: new Pool(), none: null, gone: pending() };
  Object.defineProperty(context, 'lazy', {
    enumerable: true,
    get: () => {
      throw new Error('it was read');
    },
  });
  context['self'] = context;
  promises.check('setupTestEnvironment', context);
  delete context['gone'];
  expect(promises.notes(context)).toEqual([]);
});
