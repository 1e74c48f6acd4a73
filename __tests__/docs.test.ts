import { declarations } from '../scripts/docs/declared';
import { fillPage, partNames } from '../scripts/docs/fill-page';
import { anchorsOf, brokenLinks, linksOf } from '../scripts/docs/links';
import { generatedPages, markdownFiles, readPage } from '../scripts/docs/pages';
import { PARTS } from '../scripts/docs/parts';
import { DEFAULTS } from '../src/defaults';

const pages = generatedPages();

test('there are generated pages, and each part is on a page', () => {
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.flatMap((page) => partNames(readPage(page))).sort()).toEqual(Object.keys(PARTS).sort());
});

test.each(pages)('%s is current; npm run docs writes it', (page) => {
  expect(readPage(page)).toBe(fillPage(readPage(page), PARTS));
});

test('a part without an end, and an unknown part, are refused', () => {
  const page = '<!-- generated:options -->\n';
  expect(() => fillPage(page, PARTS)).toThrow('1 generated parts have no end');
  expect(() => fillPage(`${page}<!-- /generated -->`, {})).toThrow('no generated part "options"');
});

test('the default in the TSDoc of an option is the one that is used', () => {
  const documented = new Map(
    declarations
      .membersOf('src/config/options.ts', 'ConnectorConfig')
      .map(({ name, defaultValue }) => [name, defaultValue?.replace(/^'|'$/g, '')]),
  );
  const used = Object.entries(DEFAULTS).filter(([name]) => name !== 'serverHost');
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter(([name, value]) => documented.get(name) !== String(value))).toEqual([]);
});

test('every link and anchor of every Markdown file leads somewhere', () => {
  const files = markdownFiles();
  expect(files.flatMap((path) => linksOf(readPage(path))).length).toBeGreaterThan(100);
  expect(files.flatMap(brokenLinks)).toEqual([]);
});

test('anchors are those of GitHub', () => {
  expect(anchorsOf('# The `app`\n\n## A, b & c\n\n## A, b & c\n\n```\n# no heading\n```\n')).toEqual([
    'the-app',
    'a-b--c',
    'a-b--c-1',
  ]);
});

test('no table has more than three columns', () => {
  const wide = markdownFiles()
    .filter((path) => path.startsWith('docs/') || path === 'README.md')
    .flatMap((path) =>
      readPage(path)
        .split('\n')
        .filter((line) => /^\|(?: *:?-+:? *\|){4,}/.test(line))
        .map(() => path),
    );
  expect(wide).toEqual([]);
});
