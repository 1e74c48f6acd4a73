/** Texts that a CI system would act upon if they came to the start of a line, or, of the last three kinds, anywhere. */
export const COMMANDS: readonly string[] = [
  '::error::planted',
  '::error file=a.ts,line=1::planted',
  '::add-mask::planted',
  '::stop-commands::planted',
  '::set-output name=a::planted',
  '##[error]planted',
  '##[command]planted',
  '##vso[task.setvariable variable=a]planted',
  "##teamcity[testFailed name='planted']",
];

/** The lines of a text in which GitHub Actions, Azure Pipelines or TeamCity would find a command. */
export function commandsIn(text: string): string[] {
  // Readers of a log may take colours and what cannot be seen out, and end a line at any of these.
  // eslint-disable-next-line no-control-regex
  const plain = text.replace(/\u001b\[[\d;:?]*[A-Za-z]|[\0\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, '');
  // eslint-disable-next-line no-control-regex
  const lines = plain.split(/[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
  return lines.filter((line) => /^[\s\x85]*::|##(?:vso|teamcity)?\[/i.test(line));
}
