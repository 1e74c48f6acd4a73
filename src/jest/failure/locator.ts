import { isPredicate } from '../../assertions/predicates/predicate';
import type { CallSite, GeneratedPlace } from '../../call-site';
import { definingCall } from '../../defined-at';
import { framePlace, type Place, placeAbove, placeFrame, scenarioPlaces } from './scenario-places';

/** The scenario to find. */
export interface Located {
  readonly name: string;
  readonly assertThat?: object;
}

/** Finds where the user's code defines a block's scenarios. */
export interface Locator {
  /** The place that Jest should report for the scenario's test: its line in the test file, else the `describeConnector` call. */
  testPlace(scenario: Located): Place | GeneratedPlace | undefined;
  /** The stack line of the scenario, in whichever file defines it, else of the `describeConnector` call. */
  scenarioFrame(scenario: Located): string | undefined;
  /** The stack line of the `describeConnector` call. */
  blockFrame(this: void): string | undefined;
  /** The place of the scenario, for all scenarios of a block at once: each file is read once. */
  definition(scenario: Located): Place | undefined;
  /** The place of a scenario outside the test file; if its name is missing or a duplicate, the place of one of its checks. */
  placeElsewhere(scenario: Located & { readonly isFirst: boolean }): Place | undefined;
  /** The user's own loaded files: the test file, the files in which the scenario's checks were created, and all others. */
  sourceFiles(scenario: Located): string[];
}

/** The call that defined a block: its line, and the place that Jest can use without extra cost. */
export interface DescribingCall {
  readonly site: CallSite;
  readonly place: GeneratedPlace | undefined;
}

/** Creates a locator for a block that `testPath` defines. */
export function createLocator(testPath: string, call: DescribingCall): Locator {
  const places = scenarioPlaces(testPath);
  const inTestFile = (scenario: Located): Place | undefined => placeOf(scenario, places.get(scenario.name) ?? []);
  const elsewhere = placesElsewhere();

  return {
    testPlace: (scenario) => inTestFile(scenario) ?? madeIn(testPath, scenario) ?? call.place,
    scenarioFrame: (scenario) => {
      const made = definingCall(scenario)?.site.frame;
      if (made !== undefined) return made;
      const place = inTestFile(scenario) ?? findScenario(scenario);
      return place === undefined ? call.site.frame : placeFrame(place);
    },
    blockFrame: () => call.site.frame,
    definition: (scenario) => inTestFile(scenario) ?? elsewhere(scenario) ?? framePlace(call.site.frame ?? ''),
    placeElsewhere: ({ isFirst, ...scenario }) => {
      if (isFirst && places.has(scenario.name)) return undefined;
      const byName = isFirst ? findScenario(scenario) : undefined;
      const place = byName ?? checkPlaces(scenario)[0];
      return place?.file === testPath ? undefined : place;
    },
    sourceFiles: (scenario) => [...new Set([testPath, ...filesOf(scenario)])],
  };
}

/** Reading the stack of a check takes longer than all else, so it only decides between several places. */
function placeOf(scenario: Located, places: readonly Place[]): Place | undefined {
  return places.length > 1 ? placeAbove(places, checkPlaces(scenario)[0]) : places[0];
}

/** The place of a scenario in the first file that has its name. */
function findScenario(scenario: Located): Place | undefined {
  for (const file of filesOf(scenario)) {
    const places = scenarioPlaces(file).get(scenario.name);
    if (places !== undefined) return placeOf(scenario, places);
  }
  return undefined;
}

/** The places in all loaded files other than the test file; each file is read once. */
function placesElsewhere(): (scenario: Located) => Place | undefined {
  let files: readonly ReturnType<typeof scenarioPlaces>[] | undefined;
  return (scenario) => {
    files ??= ownFiles().map(scenarioPlaces);
    return placeOf(
      scenario,
      files.flatMap((file) => file.get(scenario.name) ?? []),
    );
  };
}

/** The call that made a scenario, if it is in the test file: Jest shows no other file for a test. */
function madeIn(testPath: string, scenario: Located): GeneratedPlace | undefined {
  const place = definingCall(scenario)?.place;
  return place?.file === testPath ? place : undefined;
}

/** The files in which the scenario's checks were created, then all others that the test file has loaded. */
function filesOf({ assertThat = {} }: Located): string[] {
  return [...new Set([...checkPlaces({ assertThat }).map(({ file }) => file), ...ownFiles()])].filter(isOwn);
}

function ownFiles(): string[] {
  return Object.keys(require.cache).filter(isOwn);
}

function isOwn(file: string): boolean {
  return !/[\\/]node_modules[\\/]/.test(file);
}

/** Where the scenario's checks were created. */
function checkPlaces({ assertThat = {} }: Pick<Located, 'assertThat'>): Place[] {
  return Object.values(assertThat)
    .filter(isPredicate)
    .flatMap(({ callSite }) => framePlace(callSite.frame ?? '') ?? []);
}
