import { ConnectorTestError } from '../../../errors';
import { wrongCredentials } from '../../../standard/change-credentials';
import { valueAt } from '../../../strength/edit';
import { type ArgsTree, FromVariable, mapLeaves, sentArgs } from './args-tree';

/**
 * Credentials with which a login must fail: a made-up user and made-up secrets, so that no account is locked. They are
 * written as they are.
 *
 * @throws ConnectorTestError INVALID_ARGS if no name is that of a user or a secret
 */
export function wrongLogin(credentials: ArgsTree): ArgsTree {
  const wrong = wrongCredentials(sentArgs(credentials) as Readonly<Record<string, unknown>>);
  let count = 0;
  const tree = mapLeaves(credentials, (leaf, path) => {
    const [before, made] = [leaf instanceof FromVariable ? leaf.value : leaf, valueAt(wrong, path)];
    // A whole object of a variable has further values, which must not be written.
    if (typeof made !== 'string' || made === before) return leaf;
    count += 1;
    return made;
  });
  if (count > 0) return tree;
  throw new ConnectorTestError('INVALID_ARGS', {
    what: 'No credentials are known with which a login must fail; nothing was sent.',
    why: 'the user and the secrets are in one variable with JSON.',
    fix: 'use a variable for each of them.',
  });
}
