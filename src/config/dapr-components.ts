import { text } from '../validation/field-rules';
import { describeGiven, type Problem } from '../validation/problems';
import { isRecord, type Shape, shapeProblems } from '../validation/shape';

/** A Dapr component: the parts of a component file that differ between components. */
export interface DaprComponent {
  /** The component's type, such as `state.redis`. */
  readonly type: string;
  /** @default 'v1' */
  readonly version?: string;
  /** Its settings; `${folder}` is the service's temporary folder. @default {} */
  readonly metadata?: Readonly<Record<string, string | number | boolean>>;
}

/** The components that the app SDK needs, each in a form without further dependencies. */
export const DEFAULT_COMPONENTS: Readonly<Record<string, DaprComponent>> = {
  statestore: { type: 'state.in-memory' },
  secretstore: { type: 'secretstores.local.env' },
  'deployment-secret-store': { type: 'secretstores.local.env' },
  objectstore: { type: 'bindings.localstorage', metadata: { rootPath: '${folder}/objectstore' } },
  eventstore: { type: 'bindings.localstorage', metadata: { rootPath: '${folder}/eventstore' } },
  pubsub: { type: 'pubsub.in-memory' },
};

const COMPONENT_SHAPE: Shape = {
  type: { ...text, expected: 'the type of a component', required: true, example: "'state.redis'" },
  version: { ...text, example: "'v1'" },
  metadata: {
    expected: 'an object with strings, numbers or booleans as values',
    accepts: (value) =>
      isRecord(value) && Object.values(value).every((item) => ['string', 'number', 'boolean'].includes(typeof item)),
    example: "{ redisHost: '127.0.0.1:6379' }",
  },
};

/** The problems in `components`. A component's name becomes a file name. */
export function componentProblems(components: unknown, where: string): Problem[] {
  if (!isRecord(components)) return [];
  return Object.entries(components).flatMap(([name, component]): Problem[] => {
    const here = `${where}, components.${name}`;
    if (!/^[a-z0-9][a-z0-9.-]*$/i.test(name)) {
      return [{ where: here, expected: 'a name of letters, digits, "-" and "."', received: describeGiven(name) }];
    }
    if (component === null) return [];
    if (isRecord(component)) return shapeProblems(component, COMPONENT_SHAPE, here);
    const expected = 'an object, or null to leave the component out';
    return [{ where: here, expected, received: describeGiven(component), example: "{ type: 'state.redis' }" }];
  });
}

/** A component's file, as JSON: it is valid YAML too, and avoids quoting problems. */
export function componentFile(name: string, { type, version = 'v1', metadata = {} }: DaprComponent): string {
  const settings = Object.entries(metadata).map(([key, value]) => ({ name: key, value: String(value) }));
  const spec = { type, version, metadata: settings };
  const resource = { apiVersion: 'dapr.io/v1alpha1', kind: 'Component', metadata: { name }, spec };
  return `${JSON.stringify(resource, undefined, 2)}\n`;
}
