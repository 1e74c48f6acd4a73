import { basename } from 'node:path';
import { escapeControls } from '../../assertions/values/quote';
import type { ScenarioResult } from '../../runner/scenario-result';
import { framePlace } from '../failure/scenario-places';
import { notice } from '../output/progress';

/** Prints a notice if the path of a passed check looks misspelled, once per scenario and path. */
export class NearMissNotices {
  readonly #printed = new Set<string>();

  /** @param frameOf Returns the stack line of the scenario; called only if there is something to print. */
  of({ name, outcomes }: ScenarioResult, frameOf: () => string | undefined): void {
    for (const { passed, path, nearestPath } of outcomes) {
      const key = JSON.stringify([name, path]);
      if (!passed || nearestPath === undefined || this.#printed.has(key)) continue;
      this.#printed.add(key);
      const text = escapeControls(`${scenarioAt(name, frameOf())}: ${nearMissText(path, nearestPath)}`);
      notice(`${text}\n${fixText(escapeControls(nearestPath))}`);
    }
  }
}

function nearMissText(path: string, nearestPath: string): string {
  return `${path} does not exist, so its check passed; did you mean ${nearestPath}?`;
}

function scenarioAt(name: string, frame = ''): string {
  const place = framePlace(frame);
  return `scenario "${name}"${place === undefined ? '' : ` (${basename(place.file)}:${place.line})`}`;
}

function fixText(nearestPath: string): string {
  return `  Fix: correct the path, or check ${nearestPath} too. With strictPaths: true, the scenario fails.`;
}
