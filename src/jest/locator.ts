import { isPredicate } from '../assertions/predicate';
import type { CallSite, GeneratedPlace } from '../call-site';
import { findScenario, framePlace, type Place, placeFrame, scenarioPlaces } from './scenario-places';

/** What is looked for. */
export interface Located {
  readonly name: string;
  readonly assertThat?: object;
}

/** Finds the user's own lines of a block's scenarios. */
export interface Locator {
  /** Where Jest shall say that the scenario's test stands: its line in the test file, else the `describeConnector` call. */
  testPlace(scenario: Located): Place | GeneratedPlace | undefined;
  /** The stack line of the scenario, in whatever file it stands, else of the `describeConnector` call. */
  scenarioFrame(scenario: Located): string | undefined;
  /** The user's own files that are loaded: the test file, those where the scenario's checks were made, and all others. */
  sourceFiles(scenario: Located): string[];
}

/** The call that described a block, for its line and, at no cost, for Jest. */
export interface DescribingCall {
  readonly site: CallSite;
  readonly place: GeneratedPlace | undefined;
}

/** A locator for a block that is described in `testPath`. */
export function createLocator(testPath: string, call: DescribingCall): Locator {
  const inTestFile = scenarioPlaces(testPath);

  return {
    testPlace: ({ name }) => inTestFile.get(name) ?? call.place,
    scenarioFrame: (scenario) => {
      const place = inTestFile.get(scenario.name) ?? findScenario(scenario.name, filesOf(scenario));
      return place === undefined ? call.site.frame : placeFrame(place);
    },
    sourceFiles: (scenario) => [...new Set([testPath, ...filesOf(scenario)])],
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
