import { declarations } from '../../scripts/docs/declared';
import { fillPage, partNames } from '../../scripts/docs/fill-page';
import { anchorsOf, brokenLinks, linksOf } from '../../scripts/docs/links';
import { generatedPages, markdownFiles, readPage } from '../../scripts/docs/pages';
import { PARTS } from '../../scripts/docs/parts';
import { DEFAULTS } from '../../src/defaults';
import { ERROR_CODES } from '../../src/errors';
import { Document } from '../support/document';

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

describe('the pages', () => {
  const guides = markdownFiles().filter((path) => path.startsWith('docs/guides/'));
  const reference = markdownFiles().filter((path) => path.startsWith('docs/reference/'));

  test.each(['docs/README.md', 'llms.txt'])('are all in the index %s', (index) => {
    const linked = linksOf(readPage(index)).map((link) => link.replace(/^(?:docs\/)?/, 'docs/'));
    expect(guides.length + reference.length).toBeGreaterThan(20);
    expect([...guides, ...reference].filter((path) => !linked.includes(path))).toEqual([]);
  });

  test.each(guides)('%s says what goes wrong', (guide) => {
    expect(readPage(guide)).toMatch(/^## What goes wrong$/m);
  });

  test('each error has an example, a cause and a fix', () => {
    const page = new Document('docs/reference/errors.md');
    const incomplete = ERROR_CODES.filter((code) => {
      const section = page.section(code);
      return !['Example: _', '**Cause.** ', '**Fix.** '].every((part) => section.includes(part));
    });
    expect(incomplete).toEqual([]);
  });

  test('the README is short', () => {
    expect(readPage('README.md').split('\n').length).toBeLessThanOrEqual(250);
  });
});
