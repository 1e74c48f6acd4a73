import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunModel, TestRecord } from '../../src/run-report/model/run-model';
import { testId } from '../../src/run-report/model/test-id';
import { pageHtml } from '../../src/run-report/page/page-html';
import { CHROMIUM, startChromium } from '../support/chromium';
import { failedResult } from '../support/failed-result';
import { hostileRun } from '../support/hostile-run';
import { judgedRun } from '../support/judged-run';
import { runModel } from '../support/run-models';
import { until as untilHolds } from '../support/scripted-app';

jest.setTimeout(60_000);

const LONGEST_WAIT_MS = 20_000;

const MODEL = runModel({
  passed: 240,
  failed: 60,
  flaky: 3,
  crashed: 1,
  notRun: 1,
  skipped: 8,
  todo: 2,
  byHand: 3,
  slots: 2,
});
/** Failed, with a response that is longer than the screen. */
const LONG = runModel({ failed: 1 }).tests.map((test): TestRecord => {
  const body = {
    data: { rows: Array.from({ length: 90 }, (_, id) => ({ id, name: `table ${id}`, more: 'x'.repeat(60) })) },
  };
  const result = failedResult({ body, assertThat: { 'data.rows.70.id': 'x' } });
  return { ...test, attempts: [{ ...test.attempts[0]!, result }] };
});
const FAILED = MODEL.tests.filter(({ status }) => status === 'failed');
const [FIRST_FAILED] = FAILED;

/** What a hostile string could have made. */
const SEEN = `({
  pwned: 'pwned' in window,
  elements: document.querySelectorAll('main script, main img, main iframe, [onerror], [onload]').length,
  addresses: [...document.querySelectorAll('a')].filter(({ href }) => !href.startsWith('file:')).length,
})`;

/** Whether the failed path is within the part of the response that is on the screen. */
const IS_MARK_SHOWN = `(() => {
  const line = document.querySelector('.mark-failed').getBoundingClientRect();
  const box = document.querySelector('.json:has(.mark-failed)').getBoundingClientRect();
  return line.top >= box.top && line.bottom <= box.bottom;
})()`;

// In CI, a missing browser is a failure of the first hook.
const describeWithChromium = CHROMIUM === undefined && !process.env['CI'] ? describe.skip : describe;

describeWithChromium('the page in a browser (needs Chromium: scripts/install-chromium.sh)', () => {
  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** What went wrong on the page, and what it requested. */
  let problems: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'page-test-'));
    writePage('run', MODEL);
    writePage('hostile', hostileRun());
    writePage('long', { ...MODEL, tests: LONG });
    writePage(
      'small',
      judgedRun(runModel({ passed: 10, failed: 2, flaky: 1, skipped: 2, todo: 1, crashed: 1, notRun: 1 })),
    );
    const shards = [{ index: 1, count: 3, startedAt: 0, durationMs: 1 }];
    writePage('part', runModel({ passed: 3, run: { shards } }));
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    problems = [];
    await openContext({});
  });
  afterEach(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });

  function writePage(name: string, model: RunModel): void {
    writeFileSync(join(folder, `${name}.html`), pageHtml(model));
  }

  async function openContext(options: Parameters<Browser['newContext']>[0]): Promise<void> {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => problems.push(message.text()));
    page.on('dialog', (dialog) => {
      problems.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) problems.push(request.url());
    });
  }

  const open = async (hash: string, name = 'run'): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(`${pathToFileURL(join(folder, `${name}.html`)).href}${hash}`);
    await page.waitForSelector('main h1');
  };
  const rows = () => page.locator('.rows li');
  // Code for the page is a string: the names of browsers aren't those of Node.
  // Not `waitForFunction`: it tries again inside the page, whose policy forbids to evaluate a string there.
  const until = (expression: string) =>
    untilHolds(async () => Boolean(await page.evaluate(expression)), LONGEST_WAIT_MS, expression);
  const untilHash = (hash: string) => until(`location.hash === '${hash}'`);
  const untilCopied = (text: string) =>
    until(`navigator.clipboard.readText().then((read) => read.includes(${JSON.stringify(text)}))`);

  test('opens with the totals, and leads to what they count', async () => {
    await open('');
    expect(await page.textContent('h1')).toBe('62 of 318 tests did not pass');
    await page.click('.legend a:has-text("flaky")');
    await untilHash('#?status=flaky');
    await until(`document.querySelectorAll('.rows li').length === 3`);
  });

  test('shows the fields that no scenario checks, at an address', async () => {
    await open('#/coverage');
    const fields = await page.locator('.fields tbody tr').count();
    await page.click('text=Only fields that no scenario checks');
    await untilHash('#/coverage?fields=unchecked');
    const unchecked = await page.locator('.fields tbody tr.c-none').count();
    expect(unchecked).toBeGreaterThan(0);
    expect(unchecked).toBeLessThan(fields);
    expect(await page.locator('.fields tbody tr').count()).toBe(unchecked);
    await open('#/coverage?fields=unchecked');
    expect(await page.locator('.fields tbody tr').count()).toBe(unchecked);
  });

  test('a part of a run says what it lacks', async () => {
    await open('', 'part');
    expect(await page.textContent('.totals')).toContain('This is a part of the run: shards 2/3, 3/3 are missing.');
    expect(await page.textContent('h1')).toBe('3 tests passed');
  });

  test('filters by status, API, tag and words, and keeps the filter in the address', async () => {
    await open('#?status=failed&api=auth');
    const auth = FAILED.filter(({ scenario }) => scenario?.api === 'auth');
    expect(await page.textContent('.shown')).toBe(`${auth.length} of 318 tests`);
    const [wanted] = auth;
    await page.fill('#search', wanted!.name);
    await until(`document.querySelectorAll('.rows li').length === 1`);
    await untilHash(`#?status=failed&api=auth&q=${wanted!.name}`);
    await page.fill('#search', 'nothing has this name');
    await page.click('text=Clear the filters');
    await page.waitForSelector('.shown:text-is("318 tests")');
    await page.selectOption('[aria-label=Order]', 'slowest');
    await untilHash('#?sort=slowest');
  });

  test('an address opens a test, with its failed path marked and on the screen', async () => {
    await open(`#/test/${testId(FIRST_FAILED!)}`);
    expect(await page.textContent('h1')).toBe(FIRST_FAILED!.name);
    await page.waitForSelector('.json');
    const check = FIRST_FAILED!.attempts[0]!.result!.outcomes.find(({ passed }) => !passed)!;
    expect(await page.textContent('.checks .failed code')).toBe(check.path);
    await open('#?', 'long');
    await rows().first().locator('a').click();
    expect(await page.locator('.mark-failed').first().textContent()).toContain('"id": 70');
    await until(IS_MARK_SHOWN);
    // What is far from it is folded.
    expect(await page.locator('.json .line').count()).toBeLessThan(400);
    await open('#/test/unknown');
    expect(await page.textContent('main')).toContain('The run has no test with the id unknown.');
  });

  test('keys search, move, open, go on to the next test, and lead back', async () => {
    await open('');
    await page.keyboard.press('/');
    await until(`document.activeElement.id === 'search'`);
    await page.keyboard.type('auth');
    const found = MODEL.tests.filter((test) => `${test.name} ${test.scenario?.api ?? ''}`.includes('auth'));
    await page.waitForSelector(`.shown:text-is("${found.length} of 318 tests")`);
    await page.keyboard.press('Enter');
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
    await until(`document.querySelector('.rows a.active .name')?.textContent === '${found[1]!.name}'`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.attempt');
    expect(await page.textContent('h1')).toBe(found[1]!.name);
    await page.keyboard.press('j');
    await until(`document.querySelector('h1').textContent === '${found[2]!.name}'`);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.rows a.active:focus');
    expect(await page.textContent('.rows a.active .name')).toBe(found[2]!.name);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.keyboard.press('Escape');
    await untilHash('#?');
    await open('#?');
    await page.keyboard.press('j');
    await until(`document.querySelector('.rows a.active .name')?.textContent === '${MODEL.tests[0]!.name}'`);
  });

  test('copies the curl command, a path and the response', async () => {
    await open(`#/test/${testId(FIRST_FAILED!)}`);
    const { request, response, outcomes } = FIRST_FAILED!.attempts[0]!.result!;
    await page.click('[title="Copy the curl command"]');
    await page.waitForSelector('text=Copied');
    await untilCopied(`'${request!.url}'`);
    await page.click('[title="Copy the response"]');
    await untilCopied(JSON.stringify(response!.body, null, 2));
    const { path } = outcomes.find(({ passed }) => !passed)!;
    await page.hover('.checks .failed');
    await page.click(`[title="Copy the path ${path}"]`);
    await until(`navigator.clipboard.readText().then((read) => read === '${path}')`);
  });

  test('a run that judged its checks has the scores of its blocks, and leads to the weakest scenarios', async () => {
    await open('', 'small');
    const card = page.locator('.card:has(h2:text("Strength"))');
    expect(await card.locator('h2').textContent()).toBe('Strength 94 % (94 of 100) broken responses noticed');
    expect(await card.locator('li .fact').first().textContent()).toMatch(/^\d\d % \(\d+ of \d+\)$/);
    await card.locator('a').first().click();
    await page.waitForSelector('.attempt');
    expect(await page.textContent('.why')).toMatch(/Strength 80 % \(8 of 10\)[^]*an HTML page with status 200/);
    await open('');
    expect(await page.locator('h2:text("Strength")').count()).toBe(0);
  });

  test('is dark where the system is, and switches', async () => {
    await context.close();
    await openContext({ colorScheme: 'dark' });
    await open('');
    const ground = 'getComputedStyle(document.body).backgroundColor';
    const dark = await page.evaluate<string>(ground);
    await page.click('[aria-label="Theme: auto"]');
    await until(`${ground} !== '${dark}'`);
    await page.click('[aria-label="Theme: light"]');
    await until(`${ground} === '${dark}'`);
    await page.reload();
    await page.waitForSelector('[aria-label="Theme: dark"]');
  });

  test('has no horizontal scroll on a phone or a large screen', async () => {
    for (const width of [390, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      for (const place of ['', '#?', `#/test/${testId(FIRST_FAILED!)}`, '#/coverage']) {
        await open(place);
        const over = await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
        expect([place, width, over]).toEqual([place, width, 0]);
      }
    }
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', async (colorScheme) => {
    await context.close();
    await openContext({ colorScheme, reducedMotion: 'reduce' });
    for (const place of ['', '#?', '#?status=failed', '#/coverage']) {
      await open(place, 'small');
      if (place.includes('failed')) {
        await rows().first().locator('a').click();
        await page.waitForSelector('.json');
      }
      await page.evaluate(axe.source);
      const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
      expect(passes.length).toBeGreaterThan(10);
      expect(violations.map(({ id, nodes }) => [place, id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });

  test('hostile strings stay text, everywhere', async () => {
    for (const place of ['', '#?', '#/coverage', '#?q=<img src=x onerror=window.pwned=9>', '#/test/<script>']) {
      await open(place, 'hostile');
    }
    await open('#?', 'hostile');
    expect(await rows().count()).toBe(14);
    for (let index = 13; index >= 0; index -= 1) {
      await rows().nth(index).locator('a').click();
      await page.waitForSelector('.attempt, .callout.bad, .test-head .meta');
      if (index > 0) await page.keyboard.press('Escape');
    }
    await page.waitForSelector('.json');
    expect(await page.evaluate(SEEN)).toEqual({ pwned: false, elements: 0, addresses: 0 });
    const text = await page.textContent('body');
    expect(text).toContain('<img src=x onerror=\\"window.pwned=2\\">');
    expect(text).not.toMatch(/\u202e|\0/);
  });

  test('a script that gets into the page does not run', async () => {
    const html = pageHtml(runModel({ passed: 1 })).replace(
      '<div id="app">',
      '<script>window.pwned=1</script><div id="app">',
    );
    writeFileSync(join(folder, 'injected.html'), html);
    await open('', 'injected');
    expect(await page.evaluate(`'pwned' in window`)).toBe(false);
    expect(problems.splice(0)).toEqual([expect.stringContaining('Content Security Policy')]);
  });

  test('without JavaScript, it has the totals', async () => {
    await context.close();
    await openContext({ javaScriptEnabled: false });
    await page.goto(pathToFileURL(join(folder, 'run.html')).href);
    expect(await page.textContent('.noscript')).toContain('Failed. 318 tests: 243 passed, 3 flaky, 60 failed');
  });
});
