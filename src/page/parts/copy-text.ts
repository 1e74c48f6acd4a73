/** Copies to the clipboard; returns whether that worked. Over plain HTTP, browsers only allow the older way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- It needs no permission.
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
