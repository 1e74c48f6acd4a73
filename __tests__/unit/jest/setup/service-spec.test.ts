import { statSync } from 'node:fs';
import { serviceSpec } from '../../../../src/jest/setup/service-spec';
import { removeFolder } from '../../../../src/service/service';

const exit = { exit: true } as const;

test.each([
  [undefined, '/project'],
  ['app', '/project/app'],
  ['/elsewhere', '/elsewhere'],
  ['${folder}', 'its own'],
])('with cwd %j it runs in %s', async (cwd, expected) => {
  const config = { command: ['x'], ready: exit, ...(cwd === undefined ? {} : { cwd }) };
  const spec = await serviceSpec({ name: 'x', title: 'x', option: 'y', config }, {}, '/project');
  try {
    expect(spec.cwd === spec.folder ? 'its own' : spec.cwd).toBe(expected);
    // One that needs no folder has none.
    expect(spec.folder !== undefined && statSync(spec.folder).isDirectory()).toBe(cwd === '${folder}');
  } finally {
    removeFolder(spec);
  }
});
