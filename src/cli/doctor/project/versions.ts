import { dependenciesOf, findPackage, isAtLeast } from '../../project/installed-package';
import { COMMANDS_OF } from '../../project/installer';
import { OUR_NAME } from '../../project/our-files';
import { type Facts } from '../facts';
import { type Finding, ok, problem, warning } from '../finding';

/** Node, Jest and this package. */
export function versionFindings(facts: Facts, node = process.versions.node): Finding[] {
  return [nodeFinding(node), jestFinding(facts), packageFinding(facts)];
}

function nodeFinding(version: string): Finding {
  if (isAtLeast(version, 20)) return ok('node', `Node ${version}`);
  return problem('node', `Node ${version} is too old.`, 'install Node 20 or later.');
}

function jestFinding({ jest, packageManager }: Facts): Finding {
  const { add } = COMMANDS_OF[packageManager];
  if (jest === undefined) return problem('jest', 'Jest is not installed.', `\`${add} jest\``);
  if (isAtLeast(jest.version, 29, 5)) return ok('jest', `Jest ${jest.version}`);
  return problem('jest', `Jest ${jest.version} is too old.`, `install Jest 29.5 or later: \`${add} jest@latest\``);
}

function packageFinding({ folder, manifest, packageManager }: Facts): Finding {
  const { add } = COMMANDS_OF[packageManager];
  const own = findPackage(OUR_NAME, folder);
  if (own === undefined) return problem('package', `${OUR_NAME} is not installed.`, `\`${add} ${OUR_NAME}\``);
  if (OUR_NAME in dependenciesOf(manifest)) return ok('package', `${OUR_NAME} ${own.version}`);
  return warning(
    'package',
    `${OUR_NAME} ${own.version} is installed, but package.json does not list it, so a fresh clone may not have it.`,
    `\`${add} ${OUR_NAME}\``,
  );
}
