// npm run screenshots: the pictures of the page in docs/images, of a generated run. Look at them before you commit them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChromium } from '../__tests__/support/chromium';
import { runModel } from '../__tests__/support/run-models';
import { testId } from '../src/run-report/model/test-id';
import { pageHtml } from '../src/run-report/page/page-html';

const IMAGES = resolve(__dirname, '../docs/images');
const VIEWPORT = { width: 1240, height: 780 };

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const browser = await startChromium();
  try {
    const model = runModel({ seed: 6, passed: 86, failed: 4, flaky: 2, skipped: 5, todo: 1, slots: 2 });
    const failed = model.tests.find((each) => each.status === 'failed' && each.scenario?.api === 'preflight');
    const file = join(folder, 'index.html');
    writeFileSync(file, pageHtml(model));
    mkdirSync(IMAGES, { recursive: true });
    const places = { overview: '', test: `#/test/${failed ? testId(failed) : ''}` };
    for (const [name, hash] of Object.entries(places)) {
      const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: name === 'test' ? 'dark' : 'light' });
      await page.goto(pathToFileURL(file).href + hash);
      await page.waitForSelector(name === 'test' ? '.json' : '.timeline');
      await page.screenshot({ path: join(IMAGES, `report-${name}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
