import type { Project } from '../../project/read-project';
import type { AppChoice, Choices } from '../choices';
import { template } from './template';

const TEMPLATES: Readonly<Record<AppChoice['kind'], string>> = {
  demo: 'demo/jest.config.js',
  sdk: 'sdk/jest.config.js',
  command: 'jest.config.js',
  server: 'server/jest.config.js',
};

/** A command line that only a shell understands. */
const SHELL_SYNTAX = /[|&;<>()$`"'*?~=\\]/;

/** The Jest config, as a CommonJS module. */
export function configText({ app, name }: Choices, { python }: Project): string {
  const text = template(TEMPLATES[app.kind], name);
  const replaced = (place: string, value: string): string => {
    if (!text.includes(place)) throw new Error(`The template of the Jest config has no ${place}.`);
    return value;
  };
  const fill = (places: Readonly<Record<string, string>>): string =>
    Object.entries(places).reduce((whole, [place, value]) => whole.replace(place, () => replaced(place, value)), text);
  switch (app.kind) {
    case 'demo':
      return text;
    case 'server':
      return fill({ "'http://127.0.0.1:8000'": quoted(app.url) });
    case 'command':
      return fill({ "['python', 'main.py']": commandText(app.command), "'http://127.0.0.1:8000'": quoted(app.url) });
    case 'sdk': {
      const { folder = '', app: appClass = '', handler, interpreter = [] } = python ?? {};
      return fill({
        "join(__dirname, '.venv/bin/python')": interpreterText(interpreter),
        "'--app', 'my_app:MyApp'": `'--app', ${quoted(appClass)}`,
        ", '--handler', 'my_app:MyHandler'": handler === undefined ? '' : `, '--handler', ${quoted(handler)}`,
        "join(__dirname, 'src')": folder === '' ? '__dirname' : `join(__dirname, ${quoted(folder)})`,
      });
    }
  }
}

function commandText(command: string): string {
  if (SHELL_SYNTAX.test(command)) return quoted(command);
  return `[${command.trim().split(/\s+/).map(quoted).join(', ')}]`;
}

/** The app runs in a temporary folder, so its interpreter is named by an absolute path, or gets that of the project. */
function interpreterText([program = 'python', ...further]: readonly string[]): string {
  if (program.includes('/')) return `join(__dirname, ${quoted(program)})`;
  const [verb, ...rest] = further;
  if (verb === undefined) return quoted(program);
  return [quoted(program), quoted(verb), "'--project'", '__dirname', ...rest.map(quoted)].join(', ');
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
