import { type StandardOptions } from 'jest-connector';
import { owner } from './credentials';

/** What both forms of the app have in common; the handler alone has neither workflows nor configurations. */
export const standardOptions: StandardOptions = {
  credentials: owner,
  // The app has defaults for host and port.
  requiredCredentials: ['username', 'password'],
  preflight: { metadata: { databases: ['MY_DB'] } },
  deviations: 'sdk',
};
