/** A key of a JSON Pointer, as the object has it (RFC 6901). */
export function keyOfPointer(part: string): string {
  return part.replace(/~1/g, '/').replace(/~0/g, '~');
}
