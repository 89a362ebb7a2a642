import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from '../../scripts/compressed.ts';

/** As the product is built (`vite.config.ts`), without its server. */
export default defineConfig({ plugins: [react(), compressed()] });
