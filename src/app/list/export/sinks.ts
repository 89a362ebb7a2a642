import { saveFile } from '../../ui/saveFile.ts';

/** Where an export goes, piece by piece. */
export type Sink = {
  readonly write: (piece: string) => Promise<void>;
  /** Ends the file and hands it over; `name` says whether it is complete, where a name can still be chosen. */
  readonly close: (name: string) => Promise<void>;
  /** Whether the file already has a name, chosen by a person. */
  readonly named: string | null;
};

/**
 * Collects the pieces and hands them to the browser as a download. Each becomes a blob at once: blobs live outside the
 * page's own memory, on disk when they are many, so that the page does not grow with the export.
 */
export function downloadSink(type: string, save: typeof saveFile = saveFile): Sink {
  const parts: Blob[] = [];
  return {
    named: null,
    write: (piece) => {
      parts.push(new Blob([piece]));
      return Promise.resolve();
    },
    close: (name) => {
      save(name, new Blob(parts, { type }), type);
      return Promise.resolve();
    },
  };
}

/** What of the File System Access API is used; not every browser has it. */
type PickedFile = { readonly name: string; readonly createWritable: () => Promise<WritableFile> };
type WritableFile = {
  readonly write: (piece: string) => Promise<void>;
  readonly close: () => Promise<void>;
};
type Picker = (options: { suggestedName: string }) => Promise<PickedFile>;

/** The browser's way to let a person choose a file to write to; null where it has none. */
export function filePicker(scope: object = globalThis): Picker | null {
  const picker = 'showSaveFilePicker' in scope ? scope.showSaveFilePicker : undefined;
  return typeof picker === 'function' ? (options) => (picker as Picker).call(scope, options) : null;
}

/** Writes each piece straight into a file that the person chooses; null when they choose none. */
export async function fileSink(pick: Picker, suggestedName: string): Promise<Sink | null> {
  let file: PickedFile;
  try {
    file = await pick({ suggestedName });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
  const writable = await file.createWritable();
  return { named: file.name, write: (piece) => writable.write(piece), close: () => writable.close() };
}
