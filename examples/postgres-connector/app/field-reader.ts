import { type FieldProblem, InvalidRequest } from './errors';
import { isObject, type JsonObject } from './json-body';

/** A credential as the SDK sends it. */
export interface CredentialPair {
  readonly key: string;
  readonly value: string;
}

/** Reads fields of a body and collects all problems, so that one response lists them all. */
export class FieldReader {
  private readonly problems: FieldProblem[] = [];

  constructor(private readonly body: JsonObject) {}

  text(field: string, fallback = ''): string {
    const value = this.given(field, fallback);
    return this.check(field, typeof value === 'string', 'string') ? String(value) : fallback;
  }

  integer(field: string, fallback: number): number {
    const given = this.given(field, fallback);
    const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
    return this.check(field, Number.isInteger(value), 'integer', 'int') ? (value as number) : fallback;
  }

  /** An integer of at least 1. */
  count(field: string, fallback: number): number {
    const value = this.integer(field, fallback);
    if (value >= 1) return value;
    this.problems.push({
      field,
      message: 'Input should be greater than or equal to 1',
      type: 'greater_than_equal',
    });
    return fallback;
  }

  object(field: string): JsonObject {
    const value = this.given(field, {});
    return this.check(field, isObject(value), 'dictionary', 'dict') ? (value as JsonObject) : {};
  }

  texts(field: string): string[] {
    const items = this.list(field);
    items.forEach((item, index) => this.check(`${field}.${index}`, typeof item === 'string', 'string'));
    return items.map(String);
  }

  pairs(field: string): CredentialPair[] {
    const items = this.list(field);
    items.forEach((item, index) => this.pair(`${field}.${index}`, item));
    return items as CredentialPair[];
  }

  /** Throws if any field was invalid. */
  finish(): void {
    if (this.problems.length > 0) throw new InvalidRequest(this.problems);
  }

  private pair(field: string, item: unknown): void {
    if (!this.check(field, isObject(item), 'dictionary', 'dict')) return;
    for (const part of ['key', 'value']) {
      const value = (item as JsonObject)[part];
      if (value === undefined)
        this.problems.push({ field: `${field}.${part}`, message: 'Field required', type: 'missing' });
      else this.check(`${field}.${part}`, typeof value === 'string', 'string');
    }
  }

  /** A field that is `null` isn't a missing one. */
  private given(field: string, fallback: unknown): unknown {
    return this.body[field] === undefined ? fallback : this.body[field];
  }

  private list(field: string): unknown[] {
    const value = this.given(field, []);
    return this.check(field, Array.isArray(value), 'list') ? (value as unknown[]) : [];
  }

  private check(field: string, fits: boolean, kind: string, type = kind): boolean {
    if (!fits) this.problems.push({ field, message: `Input should be a valid ${kind}`, type: `${type}_type` });
    return fits;
  }
}
