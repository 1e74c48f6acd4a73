import type { TestFramework } from '../../src/jest/test-framework';

type Body = () => unknown;

interface RecordedTest {
  readonly title: string;
  readonly kind: 'test' | 'skip' | 'only' | 'todo';
  readonly body: Body;
  /** In milliseconds. */
  readonly limit: number | undefined;
}

/** Jest's functions for one block: they record its tests and hooks, and {@link RecordedFramework.run} calls them as Jest does. */
export class RecordedFramework {
  block = '';
  readonly tests: RecordedTest[] = [];
  readonly #hooks: Record<string, Body[]> = { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] };
  #currentTestName = '';

  readonly framework = {
    describe: (name: string, body: Body) => {
      this.block = name;
      body();
    },
    test: Object.assign(this.#add('test'), {
      skip: this.#add('skip'),
      only: this.#add('only'),
      todo: this.#add('todo'),
    }),
    beforeAll: (body: Body) => this.#hooks['beforeAll']?.push(body),
    beforeEach: (body: Body) => this.#hooks['beforeEach']?.push(body),
    afterEach: (body: Body) => this.#hooks['afterEach']?.push(body),
    afterAll: (body: Body) => this.#hooks['afterAll']?.push(body),
    expect: { getState: () => ({ testPath: '/app/orders.test.ts', currentTestName: this.#currentTestName }) },
  } as unknown as TestFramework;

  /** Runs the tests whose title is among `titles`, by default all that Jest would run. Returns what failed, by title. */
  async run(...titles: string[]): Promise<Record<string, Error>> {
    const failures: Record<string, Error> = {};
    await this.#call('beforeAll', (error) => (failures['beforeAll'] = error));
    for (const { title, kind, body } of this.tests) {
      if (kind === 'skip' || kind === 'todo' || (titles.length > 0 && !titles.includes(title))) continue;
      this.#currentTestName = `${this.block} ${title}`;
      const note = (error: Error): Error => (failures[title] ??= error);
      if (await this.#call('beforeEach', note)) await attempt(body, note);
      await this.#call('afterEach', note);
    }
    await this.#call('afterAll', (error) => (failures['afterAll'] = error));
    return failures;
  }

  #add(kind: RecordedTest['kind']) {
    return (title: string, body: Body, limit?: number) => void this.tests.push({ title, kind, body, limit });
  }

  async #call(hook: string, note: (error: Error) => void): Promise<boolean> {
    for (const body of this.#hooks[hook] ?? []) if (!(await attempt(body, note))) return false;
    return true;
  }
}

async function attempt(body: Body, note: (error: Error) => void): Promise<boolean> {
  try {
    await body();
    return true;
  } catch (error) {
    note(error as Error);
    return false;
  }
}
