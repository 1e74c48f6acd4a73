// The page of a report with 10,000 tests: how long it takes to make, its size, and how soon it can be used.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { median } from './measure.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Until the list can be read and scrolled: its rows are there, and a frame with them was drawn. */
const IS_USABLE = `new Promise((resolve) => {
  const look = () => document.querySelector('main h1')
    ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    : requestAnimationFrame(look);
  look();
})`;

/** From a letter in the search until the rows that match are drawn. */
const FILTER = `new Promise((resolve) => {
  const search = document.getElementById('search');
  const started = performance.now();
  search.value = 'auth valid 77';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  const look = () => /^\\d+ of /.test(document.querySelector('.shown').textContent)
    ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
    : setTimeout(look);
  look();
})`;

export async function measurePage(root, rounds) {
  console.log('\nThe page of 10,000 tests');
  const file = join(root, 'page.html');
  const tsx = join(here, '../node_modules/tsx/dist/cli.mjs');
  const made = spawnSync(process.execPath, [tsx, join(here, 'large-page.ts'), file], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  const { milliseconds } = JSON.parse(made.stdout);
  print('made', `${(milliseconds / 1000).toFixed(2)} s`);
  print('size', `${(statSync(file).size / 1_000_000).toFixed(1)} MB (at most 15)`);
  const executablePath = BROWSERS.find((path) => existsSync(path));
  if (executablePath === undefined) return print('opens', 'not measured: run scripts/install-chromium.sh');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const runs = [];
    for (let round = -1; round < rounds; round += 1) {
      const run = await openOnce(browser, pathToFileURL(file).href);
      if (round >= 0) runs.push(run);
    }
    print('overview can be used', `${median(runs.map(({ overview }) => overview)).toFixed(0)} ms (at most 1000)`);
    print('list can be used', `${median(runs.map(({ list }) => list)).toFixed(0)} ms (at most 1000)`);
    print('filter', `${median(runs.map(({ filter }) => filter)).toFixed(0)} ms (at most 100)`);
  } finally {
    await browser.close();
  }
}

async function openOnce(browser, address) {
  const times = {};
  for (const [view, hash] of Object.entries({ overview: '', list: '#?' })) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address + hash, { waitUntil: 'commit' });
    times[view] = await page.evaluate(IS_USABLE);
    if (view === 'list') times.filter = await page.evaluate(FILTER);
    await page.close();
  }
  return times;
}

function print(name, value) {
  console.log(`  ${name.padEnd(32)} ${value}`);
}
