import { render } from 'preact';
import { App } from './app';
import { runData } from './data/run-data';
import { unpackIndex } from './data/unpack';

const place = document.getElementById('app');

async function start(holder: HTMLElement): Promise<void> {
  const data = runData(await unpackIndex());
  holder.replaceChildren();
  render(<App data={data} />, holder);
}

if (place !== null) {
  start(place).catch((error: unknown) => {
    place.textContent = `The report could not be read: ${String(error)}`;
  });
}
