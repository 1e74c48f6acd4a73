// npm run lint: finds wording that the documentation does not use. With source folders, as in
// `tsx scripts/check-voice.ts src/client matchers`, it checks their comments and messages instead.
import { readPage } from './docs/pages';
import { sourcesBelow, voicedFiles } from './voice/files';
import { sourceFindings, voiceFindings } from './voice/findings';

const folders = process.argv.slice(2);
const files = folders.length > 0 ? sourcesBelow(folders) : voicedFiles();
const findingsOf = (path: string): string[] =>
  folders.length > 0 ? sourceFindings(readPage(path), path.endsWith('.tsx')) : voiceFindings(readPage(path));
const findings = files.flatMap((path) => findingsOf(path).map((finding) => `${path}:${finding}`));
if (findings.length > 0) {
  console.error(`${findings.join('\n')}\n\n${findings.length} places to reword; see scripts/voice/rules.ts.`);
  process.exitCode = 1;
}
