/** Words that can't be the name of a constant, or are never a good one. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export exports extends false finally for ' +
    'function if implements import in instanceof interface let module new null package private protected public require return static super ' +
    'switch then this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/** What files of tests find without an import, or import from jest-connector. */
const USED = new Set(
  (
    'afterAll afterEach allOf anyOf attributeNotNull beforeAll beforeEach between checkRecords compareWithExpectedData contains countBetween ' +
    'createClient custom daprSidecar defineScenarios describe describeConnector endsWith equals everyItem exists expect fdescribe fit ' +
    'greaterThan greaterThanOrEqual hasLength isAfter isBefore isBoolean isDict isEmpty isFalse isFalsy isInteger isIsoDate isList isMissing ' +
    'isNone isNotEmpty isNull isNumber isString isTrue isTruthy isType isUuid it jest lazy lessThan lessThanOrEqual matches ' +
    'matchesRecordSchema matchesSchema nonEmpty noneOf notContains notEquals notOneOf oneOf optional process readRecords referencesResolve ' +
    'requiredAttributes secret setupConnector someItem source standardScenarios startsWith teardownConnector temporalDevServer test ' +
    'uniqueQualifiedName warn withConnector xdescribe xit xtest'
  ).split(' '),
);

const NAME = /^[A-Za-z][\w-]*$/;
const LONGEST = 100;

/** `metadata_of_sales` → `metadataOfSales`; `undefined` if the name can't be that of an export. */
export function exportNameOf(name: string): string | undefined {
  if (!NAME.test(name) || name.length > LONGEST) return undefined;
  const words = name.split(/[_-]+/).filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const exported = joined.charAt(0).toLowerCase() + joined.slice(1);
  return RESERVED.has(exported) || USED.has(exported) || exported in globalThis ? undefined : exported;
}

/** `recorded`, then `recorded2`, `recorded3` and so on. */
export function freeName(name: string, isFree: (name: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}${count}`;
    if (isFree(candidate)) return candidate;
  }
}
