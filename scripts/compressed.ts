import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Text files; pictures and fonts are compressed already. The page itself is finished by the server at its start. */
const COMPRESSIBLE = /\.(?:js|css|svg|json|txt|webmanifest)$/;
/** A file smaller than this fits into one packet either way. In bytes. */
const WORTHWHILE = 600;

/**
 * Vite plugin: writes a `.br` and a `.gz` beside every text file of the client's build, as small as they get, so that
 * the server hands them out without compressing anything itself. node:zlib does it; there is nothing left for a package.
 */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
        const file = path.join(entry.parentPath, entry.name);
        const content = readFileSync(file);
        if (content.length < WORTHWHILE) continue;
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: quality }));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}
