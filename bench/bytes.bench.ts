import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import type { BenchResult } from './result.ts';
import { formatTable } from './statistics.ts';

/** What a list's first row needs: the page's entry, and the page that the router then loads. */
const FIRST = ['src/app/main.tsx', 'src/app/list/ListPage.tsx'];

type Chunk = Rolldown.OutputChunk;

/**
 * What the first row loads, by package, in gzip bytes; and what comes later. A chunk's bytes are shared out among its
 * modules by the size that each has alone when compressed, so the sums are exact and the shares close.
 */
export async function run(): Promise<BenchResult> {
  // The bench itself runs in Vite's development mode, which would build a development React.
  process.env['NODE_ENV'] = 'production';
  const built = await build({ mode: 'production', logLevel: 'error', build: { write: false } });
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const chunks = outputs.flatMap(({ output }) => output.filter((each) => each.type === 'chunk'));
  const assets = outputs.flatMap(({ output }) => output.filter((each) => each.type === 'asset'));
  const first = closure(chunks, FIRST);
  const later = chunks.filter((chunk) => !first.has(chunk));
  const css = assets
    .filter(({ fileName }) => fileName.endsWith('.css'))
    .map(({ fileName, source }) => ({ fileName, bytes: gzipSync(source).length }));
  const firstCss = new Set([...first].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const total = sum([...first].map(bytesOf));
  const styles = sum(css.filter(({ fileName }) => firstCss.has(fileName)).map(({ bytes }) => bytes));
  const byOwner = shares(first);
  const byFile = later
    .map((chunk): [string, number] => [chunk.name, bytesOf(chunk)])
    .sort((a, b) => b[1] - a[1]);
  const data = {
    script: total,
    files: first.size,
    styles,
    first: byOwner.map(named),
    later: byFile.map(named),
  };
  const text = [
    `Bytes · JavaScript until the first row, gzip · ${total} bytes in ${first.size} files, CSS ${styles}`,
    '',
    formatTable([
      ['package or room', 'bytes', '%'],
      ...byOwner.map(([name, bytes]) => [name, String(bytes), ((bytes / total) * 100).toFixed(1)]),
    ]),
    '',
    'Later, when it is opened or the page is idle:',
    '',
    formatTable([['file', 'bytes'], ...byFile.map(([name, bytes]) => [name, String(bytes)])]),
    '',
  ].join('\n');
  return { text, data };
}

function named([name, bytes]: readonly [string, number]) {
  return { name, bytes };
}

function bytesOf(chunk: Chunk): number {
  return gzipSync(chunk.code).length;
}

/** The chunks of these modules and all that they import before they run. */
function closure(chunks: readonly Chunk[], modules: readonly string[]): ReadonlySet<Chunk> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Chunk>();
  const visit = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const file of chunk.imports) visit(byFile.get(file));
  };
  for (const chunk of chunks)
    if (modules.some((module) => chunk.moduleIds.some((id) => id.endsWith(`/${module}`)))) visit(chunk);
  return found;
}

/** Bytes by package or room, largest first. */
function shares(chunks: ReadonlySet<Chunk>): [string, number][] {
  const totals = new Map<string, number>();
  for (const chunk of chunks) {
    const parts = Object.entries(chunk.modules).map(
      ([id, { code }]) => [ownerOf(id), gzipSync(code ?? '').length] as const,
    );
    const all = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
    for (const [owner, bytes] of parts)
      totals.set(owner, (totals.get(owner) ?? 0) + (bytes / all) * bytesOf(chunk));
  }
  return [...totals]
    .map(([name, bytes]): [string, number] => [name, Math.round(bytes)])
    .sort((a, b) => b[1] - a[1]);
}

/** The package that a module is of, or the room of the house. */
function ownerOf(id: string): string {
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
  if (inPackage) return inPackage;
  const room = /\/src\/(toloka\/paging|toloka|app\/[^/]+(?=\/)|app)/.exec(id)?.[1];
  return room ? `src/${room}` : 'build tool';
}
