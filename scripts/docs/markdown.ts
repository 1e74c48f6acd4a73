import type { Declared } from './declarations';

/** A table. Cells aren't padded, so that a longer cell only changes its own row. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) throw new Error(`A table of ${head.join(', ')} has no rows.`);
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|');
}

/** A code span. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A default as Markdown: values as code, prose unchanged. */
export function defaultText({ defaultValue, optional }: Pick<Declared, 'defaultValue' | 'optional'>): string {
  if (defaultValue === undefined) return optional ? 'none' : 'required';
  return /^(?:'[^']*'|[\d_]+|true|false|\[\]|\{\}|[A-Z][A-Z_]+)$/.test(defaultValue)
    ? code(grouped(defaultValue))
    : defaultValue;
}

/** `30000` becomes `30_000`, as in a config. */
function grouped(value: string): string {
  return /^\d{4,}$/.test(value) ? value.replace(/\B(?=(?:\d{3})+$)/g, '_') : value;
}

/** A block of TypeScript. */
export function sample(text: string): string {
  return `\`\`\`ts\n${text}\n\`\`\``;
}

/** A function under its own heading: signature, TSDoc and examples. */
export function functionEntry(heading: string, declared: Declared): string {
  const { name, signatures, documentation, examples, throws } = declared;
  return [
    `${heading} ${name}`,
    signatures.map((text) => code(text)).join('  \n'),
    documentation.replace(/(?<!\n)\n(?!\n)/g, ' '),
    ...(throws === undefined ? [] : [`Throws ${throws.replace(/\s+/g, ' ').replace(/(?<![.])$/, '.')}`]),
    ...examples.map(sample),
  ].join('\n\n');
}

/** Rows of fields: name, default, meaning. */
export function fieldTable(column: string, fields: readonly Declared[]): string {
  return table(
    [column, 'default', 'meaning'],
    fields.map((field) => [code(field.name), defaultText(field), field.documentation]),
  );
}
