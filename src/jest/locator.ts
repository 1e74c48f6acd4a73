import { isPredicate } from '../assertions/predicate';
import type { CallSite } from '../call-site';
import { findScenario, framePlace, type Place, placeFrame, scenarioPlaces } from './scenario-places';

/** What is looked for. */
export interface Located {
  readonly name: string;
  readonly assertThat?: object;
}

/** Finds the user's own lines of a block's scenarios. */
export interface Locator {
  /** Where Jest shall say that the scenario's test stands: its line in the test file, else the `describeConnector` call. */
  testPlace(scenario: Located): Place | undefined;
  /** The stack line of the scenario, in whatever file it stands, else of the `describeConnector` call. */
  scenarioFrame(scenario: Located): string | undefined;
}

/** A locator for a block that is described in `testPath` by the call at `callSite`. */
export function createLocator(testPath: string, callSite: CallSite): Locator {
  const inTestFile = scenarioPlaces(testPath);
  const call = callSite.frame === undefined ? undefined : framePlace(callSite.frame);

  return {
    testPlace: ({ name }) => inTestFile.get(name) ?? call,
    scenarioFrame: (scenario) => {
      const place = inTestFile.get(scenario.name) ?? findScenario(scenario.name, filesOf(scenario));
      return place === undefined ? callSite.frame : placeFrame(place);
    },
  };
}

/** The files where the scenario's checks were made, then all others that the test file has loaded. */
function filesOf({ assertThat = {} }: Located): string[] {
  const checked = Object.values(assertThat)
    .filter(isPredicate)
    .map(({ callSite }) => framePlace(callSite.frame ?? '')?.file);
  const files = [...checked, ...Object.keys(require.cache)].filter((file) => file !== undefined);
  return [...new Set(files)].filter((file) => !/[\\/]node_modules[\\/]/.test(file));
}
