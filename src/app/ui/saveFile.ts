/** How long the browser may take to begin with a download before the text behind its address is let go, in ms. */
const KEPT_MS = 60_000;

/** Hands a text, or what is already a blob, to the browser as a file to save. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
