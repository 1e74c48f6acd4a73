import { askForChoices, type Questioner } from '../../../../src/cli/init/questions';
import { readProject } from '../../../../src/cli/project/read-project';
import { temporaryProject } from '../../../support/temporary-project';

/** Gives these replies in turn, and keeps the questions with their defaults. */
function questioner(...replies: readonly (string | boolean | undefined)[]) {
  const asked: (readonly [string, string | boolean])[] = [];
  const next = (question: string, initial: string | boolean): Promise<never> => {
    asked.push([question, initial]);
    return Promise.resolve(replies[asked.length - 1] as never);
  };
  return { asked, text: next, confirm: next } satisfies Questioner & { asked: unknown };
}

const project = (files: Record<string, string> = {}) =>
  readProject(temporaryProject({ 'package.json': '{ "name": "shop" }', ...files }));

test('three questions, with defaults', async () => {
  const user = questioner('Big Shop', 'node app.js', true);
  expect(await askForChoices(project({ 'main.py': '' }), {}, user)).toEqual({
    name: 'big-shop',
    language: 'commonjs',
    app: { kind: 'command', command: 'node app.js', url: 'http://127.0.0.1:8000' },
    github: true,
  });
  expect(user.asked).toEqual([
    ['What is the name of the connector?', 'shop'],
    ['Which command starts the app? Or enter the URL of an app that already runs.', 'python main.py'],
    ['Add a GitHub workflow?', false],
  ]);
});

test('a URL is that of an app that already runs', async () => {
  expect(await askForChoices(project(), {}, questioner('shop', 'http://shop:9000', false))).toMatchObject({
    app: { kind: 'server', url: 'http://shop:9000' },
  });
});

test('options replace questions', async () => {
  const user = questioner();
  const options = { name: 'x', demo: true, github: true };
  expect(await askForChoices(project(), options, user)).toMatchObject({
    name: 'x',
    app: { kind: 'demo' },
    github: true,
  });
  expect(user.asked).toEqual([]);
});

test.each([[[undefined]], [['shop', undefined]], [['shop', 'node .', undefined]]])(
  'a cancelled question ends it: %j',
  async (replies) => {
    expect(await askForChoices(project(), {}, questioner(...replies))).toBeUndefined();
  },
);
