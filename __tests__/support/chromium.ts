import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Nothing that a browser does by itself, and no sandbox, which a container's root can't have. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of an installed Chromium or Chrome. */
export const CHROMIUM = PLACES.find((path) => existsSync(path));

/** Starts a headless browser with an empty profile of its own. */
export function startChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('There is no Chromium: run scripts/install-chromium.sh.');
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
