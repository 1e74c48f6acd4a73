// npm run lint: finds wording that the documentation does not use.
import { readPage } from './docs/pages';
import { voicedFiles } from './voice/files';
import { voiceFindings } from './voice/findings';

const findings = voicedFiles().flatMap((path) => voiceFindings(readPage(path)).map((finding) => `${path}:${finding}`));
if (findings.length > 0) {
  console.error(`${findings.join('\n')}\n\n${findings.length} places to reword; see scripts/voice/rules.ts.`);
  process.exitCode = 1;
}
