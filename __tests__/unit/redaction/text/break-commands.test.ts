import { configureRedaction, redactText } from '../../../../src/redaction/process-redactor';
import { breakCommands, breakCommandsInJson } from '../../../../src/redaction/text/break-commands';
import { COMMANDS, commandsIn } from '../../../support/ci-commands';

test.each([
  ['::error::x', '│ ::error::x'],
  ['a\n::error::x\nb', 'a\n│ ::error::x\nb'],
  ['a\n  \t::error::x', 'a\n  \t│ ::error::x'],
  ['a\n\u00a0\u3000\ufeff::error::x', 'a\n\u00a0\u3000\ufeff│ ::error::x'],
  ['a\r::error::x', 'a\r│ ::error::x'],
  ['a\r\n::error::x\r\n', 'a\r\n│ ::error::x\r\n'],
  ['a\u2028::error::x\x85::b::', 'a\u2028│ ::error::x\x85│ ::b::'],
  ['a\v::error::x\f::b::', 'a\v│ ::error::x\f│ ::b::'],
  ['\u001b[31m::error::x\u001b[39m', '\u001b[31m│ ::error::x\u001b[39m'],
  ['\u001b[2m  \u001b[1;31m ::error::x', '\u001b[2m  \u001b[1;31m │ ::error::x'],
  ['\n:\u001b[0m:error::x', '\n│ :\u001b[0m:error::x'],
  ['\n:\u200b:error::x', '\n│ :\u200b:error::x'],
  ['::::error::x', '│ ::::error::x'],
  ['::1 is the loopback', '│ ::1 is the loopback'],
  ['a ##[error]x', 'a ##│[error]x'],
  ['a ###[error]x ##[b]', 'a ###│[error]x ##│[b]'],
  ['a ##vso[task.complete]x', 'a ##│vso[task.complete]x'],
  ['a ##VSO[task.complete]x', 'a ##│VSO[task.complete]x'],
  ["a ##teamcity[x 'y']", "a ##│teamcity[x 'y']"],
  ['a #\u00ad#[error]x', 'a #\u00ad#│[error]x'],
  ['a ##v\u200bso\u2060[x]', 'a ##│v\u200bso\u2060[x]'],
  ['a #\u001b[31m#\u001b[39m[error]x', 'a #\u001b[31m#│\u001b[39m[error]x'],
])('%j', (text, broken) => {
  expect(commandsIn(text)).not.toEqual([]);
  expect(breakCommands(text)).toBe(broken);
  expect(breakCommands(broken)).toBe(broken);
  expect(commandsIn(broken)).toEqual([]);
});

test.each([
  '',
  'error: std::vector<int> a::b::c',
  'at app::main (src/main.rs:1:2)',
  'at line\n  crate::a::b, fe80::1, [::1]:8000, a ::error::x',
  '## [Heading](x) and # [x], #[derive(Debug)] #![x] ## vso[x]',
  '##vsomething[x] #vso[x] ##teamcit[x]',
  '"::error::" and - ::error::x',
  '│ ::error::x\n  │   ::error::x',
  'a:b: c:\n:d\n:\n:',
  'http://[::1]:8000/##x',
])('stays as it is: %j', (text) => {
  expect(breakCommands(text)).toBe(text);
});

test.each([
  ' ',
  '\n',
  '::',
  ':',
  '\n::',
  '#',
  '##',
  '##[',
  '\u001b[',
  '\u001b[1m',
  '#\u00ad',
  ':\u200b',
  '\u00ad',
  '##vso\u00ad',
])('a long text of %j comes to an end', (piece) => {
  const text = piece.repeat(2e5 / piece.length);
  for (const end of ['', '::a::', '##[', '#', ':'])
    expect(commandsIn(breakCommands(text + end)).slice(0, 3)).toEqual([]);
});

test.each([...COMMANDS, ...COMMANDS.map((command) => `a\u2028${command}\x85${command}\n${command}`)])(
  'JSON with %j has the same data, and no command',
  (command) => {
    const value = { [command]: [command, `#${command}#`] };
    for (const indent of [0, 2]) {
      const json = breakCommandsInJson(JSON.stringify(value, null, indent));
      expect(JSON.parse(json)).toEqual(value);
      expect(commandsIn(json)).toEqual([]);
    }
  },
);

test('all that leaves is free of them, without redaction too', () => {
  for (const off of [false, true]) {
    configureRedaction({ off });
    for (const command of COMMANDS) expect(commandsIn(redactText(`a\n  ${command}`))).toEqual([]);
  }
  configureRedaction({});
});
