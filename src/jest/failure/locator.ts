import { isPredicate } from '../../assertions/predicates/predicate';
import type { CallSite, GeneratedPlace } from '../../call-site';
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
  /** The place of a scenario that stands in another file than the test; of one without a name, or a second of its name, that of a check. */
  placeElsewhere(scenario: Located & { readonly isFirst: boolean }): Place | undefined;
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
    placeElsewhere: ({ isFirst, ...scenario }) => {
      if (isFirst && inTestFile.has(scenario.name)) return undefined;
      const byName = isFirst ? findScenario(scenario.name, filesOf(scenario)) : undefined;
      const place = byName ?? checkPlaces(scenario)[0];
      return place?.file === testPath ? undefined : place;
    },
    sourceFiles: (scenario) => [...new Set([testPath, ...filesOf(scenario)])],
  };
}

/** The files where the scenario's checks were made, then all others that the test file has loaded. */
function filesOf({ assertThat = {} }: Located): string[] {
  const files = [...checkPlaces({ assertThat }).map(({ file }) => file), ...Object.keys(require.cache)];
  return [...new Set(files)].filter((file) => !/[\\/]node_modules[\\/]/.test(file));
}

/** Where the scenario's checks were made. */
function checkPlaces({ assertThat = {} }: Pick<Located, 'assertThat'>): Place[] {
  return Object.values(assertThat)
    .filter(isPredicate)
    .flatMap(({ callSite }) => framePlace(callSite.frame ?? '') ?? []);
}
