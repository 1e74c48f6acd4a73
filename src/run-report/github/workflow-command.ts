/** Where an annotation is shown. */
export interface AnnotationPlace {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly col?: number | undefined;
}

/** The kinds of annotations; GitHub shows ten of each per step. */
export type AnnotationLevel = 'error' | 'warning';

/** An annotation of a file, or of the run. */
export interface Annotation extends AnnotationPlace {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
}

/** The workflow command that makes an annotation, escaped as GitHub's own toolkit does. */
export function annotationCommand({ level, title, message, file, line, col }: Annotation): string {
  const properties = Object.entries({ file, line, col, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${level} ${properties.join(',')}::${escapedData(message)}`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
