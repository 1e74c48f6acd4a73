import type { ApiDefinitions } from '../../../apis/api-definition';
import { readsByMethod } from '../../../apis/reads';
import type { Client } from '../../../client/client-interface';
import { isConnectorTestError } from '../../../errors';
import { type Finding, ok, problemOf, warning } from '../finding';

/** What the APIs of the option `apis` return that only read and need no arguments. */
export async function customApiFindings(client: Client, apis: ApiDefinitions): Promise<Finding[]> {
  const plain = Object.entries(apis).filter(([, { method, path }]) => readsByMethod(method) && !path.includes('{'));
  return Promise.all(plain.map(([name, { path }]) => findingOf(client, name, path)));
}

async function findingOf(client: Client, name: string, path: string): Promise<Finding> {
  const check = `api-${name}`;
  try {
    const { status } = await client.call(name as never);
    if (status < 400) return ok(check, `${name}: ${status}`);
    return warning(
      check,
      `${name}: ${status} for ${path}.`,
      `correct the path in \`apis.${name}\`, if it needs no arguments.`,
    );
  } catch (error) {
    if (isConnectorTestError(error)) return problemOf(check, error);
    throw error;
  }
}
