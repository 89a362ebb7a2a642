import { expect, test } from 'vitest';
import { downloadSink, filePicker, fileSink } from './sinks.ts';

test('a download is handed over whole, under the name it ends with', async () => {
  const saved: { name: string; content: BlobPart; type: string }[] = [];
  const sink = downloadSink('text/csv', (name, content, type) => saved.push({ name, content, type }));
  await sink.write('a,é\r\n');
  await sink.write('b\r\n');
  expect(saved).toEqual([]);
  await sink.close('x.csv');
  expect(saved.map(({ name, type }) => [name, type])).toEqual([['x.csv', 'text/csv']]);
  const [file] = saved;
  expect(file?.content instanceof Blob && (await file.content.text())).toBe('a,é\r\nb\r\n');
});

test('a picked file is written to piece by piece', async () => {
  const written: string[] = [];
  const writable = {
    write: (piece: string) => Promise.resolve(void written.push(piece)),
    close: () => Promise.resolve(void written.push('[closed]')),
  };
  const picked = { name: 'mine.csv', createWritable: () => Promise.resolve(writable) };
  const pick = filePicker({
    showSaveFilePicker: (options: { suggestedName: string }) => {
      written.push(`[asked for ${options.suggestedName}]`);
      return Promise.resolve(picked);
    },
  });
  if (!pick) throw new Error('the picker is there and was not found');
  const sink = await fileSink(pick, 'x.csv');
  expect(sink?.named).toBe('mine.csv');
  await sink?.write('a');
  await sink?.close('x-incomplete.csv');
  expect(written).toEqual(['[asked for x.csv]', 'a', '[closed]']);
});

test('whoever closes the dialog has chosen no file, and that is no failure', async () => {
  const refuse = () => Promise.reject(new DOMException('closed', 'AbortError'));
  expect(await fileSink(refuse, 'x.csv')).toBeNull();
  const broken = () => Promise.reject(new Error('disk gone'));
  await expect(fileSink(broken, 'x.csv')).rejects.toThrow('disk gone');
});

test('a browser without the dialog offers none', () => {
  expect(filePicker({})).toBeNull();
  expect(filePicker({ showSaveFilePicker: undefined })).toBeNull();
});
