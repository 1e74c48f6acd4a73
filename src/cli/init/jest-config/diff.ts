/** The difference between two contents, as lines with `-` and `+`. */
export function diffOf(before: string, after: string): string {
  const { diffLinesUnified } = require('jest-diff') as typeof import('jest-diff');
  const same = (text: string): string => text;
  return diffLinesUnified(before.split('\n'), after.split('\n'), {
    ...{ omitAnnotationLines: true, expand: false, contextLines: 3 },
    ...{ aColor: same, bColor: same, commonColor: same, patchColor: same, changeColor: same },
  });
}
