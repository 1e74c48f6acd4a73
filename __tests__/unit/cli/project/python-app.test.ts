import { join } from 'node:path';
import { findPythonApp } from '../../../../src/cli/project/python-app';
import { temporaryProject } from '../../../support/temporary-project';

const APP = 'from application_sdk.app import App\n\nclass ShopConnector(App):\n    name = "shop"\n';
const HANDLER = 'from application_sdk.handler import Handler\n\nclass ShopHandler(Handler):\n    pass\n';

test('a project without the SDK', () => {
  expect(findPythonApp(temporaryProject({ 'main.py': 'print(1)', 'requirements.txt': 'fastapi\n' }))).toBeUndefined();
});

test('the app of the SDK example', () => {
  expect(findPythonApp(join(__dirname, '../../../../examples/sdk-connector'))).toMatchObject({
    ...{ name: 'postgres', folder: 'app', app: 'connector:PostgresConnector', handler: 'handler:PostgresHandler' },
  });
});

test('a package, with its name in pyproject.toml and a virtual environment', () => {
  const files = {
    'pyproject.toml': '[project]\nname = "shop-app"\ndependencies = ["atlan-application-sdk[daft]>=3"]\n',
    ...{ 'src/shop/__init__.py': '', 'src/shop/app.py': APP.replace('    name = "shop"', '    pass') },
    ...{ 'src/shop/handler.py': HANDLER, '.venv/bin/python': '' },
  };
  expect(findPythonApp(temporaryProject(files))).toEqual({
    ...{ name: 'shop-app', folder: 'src', app: 'shop.app:ShopConnector', handler: 'shop.handler:ShopHandler' },
    interpreter: ['.venv/bin/python'],
  });
});

test('an app that only has a handler', () => {
  expect(findPythonApp(temporaryProject({ 'handler.py': HANDLER }))).toMatchObject({
    ...{ name: undefined, folder: '', app: undefined, handler: 'handler:ShopHandler' },
  });
});
