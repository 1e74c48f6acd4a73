import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preset } from '../../../src/jest/preset/preset';
import { rejection } from '../../support/rejection';

const HEAVY = ['preset/with-connector', 'setup/setup-connector', 'setup/teardown-connector'].map(
  (name) => `../../../src/jest/${name}`,
);

test('loads nothing of the main process until it is called', () => {
  jest.isolateModules(() => {
    for (const path of HEAVY) {
      jest.doMock(path, () => {
        throw new Error(`${path} was loaded`);
      });
    }
    const { withConnector } =
      require('../../../src/jest/lazy-main-process') as typeof import('../../../src/jest/lazy-main-process');
    expect(() => withConnector({})).toThrow('with-connector was loaded');
    for (const path of HEAVY) jest.dontMock(path);
  });
});

describe('what it gives', () => {
  const { setupConnector, teardownConnector, withConnector } =
    require('../../../src/jest/lazy-main-process') as typeof import('../../../src/jest/lazy-main-process');

  test('withConnector adds the preset', () => {
    expect(withConnector({ testTimeout: 1 })).toMatchObject({ testTimeout: 1, resolver: preset.resolver });
  });

  test('setupConnector checks the configuration, teardownConnector does nothing where nothing runs', async () => {
    const rootDir = mkdtempSync(join(tmpdir(), 'main-process-'));
    const setUp = (connector: object) =>
      setupConnector({ watch: false, watchAll: false }, { rootDir, globals: { connector } });
    try {
      expect(await rejection(setUp({ tiemout: 1 }))).toMatchObject({ code: 'INVALID_CONFIGURATION' });
      await teardownConnector();
    } finally {
      rmSync(rootDir, { recursive: true });
    }
  });
});
