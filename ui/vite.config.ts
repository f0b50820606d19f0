// Builds the browser app into `dist/`, which the server embeds.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { guide } from './scripts/guide-plugin.mjs';
import { words } from './scripts/words-plugin.mjs';

export default defineConfig({
  plugins: [words(), guide(), svelte()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // Nothing is inlined: the content security policy takes scripts and styles from our own address only.
    assetsInlineLimit: 0,
    // ECharts is one lazy chunk of about 500 kB by nature.
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    // The server takes writes from its own address only, so it must see the address that the browser sees.
    proxy: { '/api': { target: process.env.NABAT_API ?? 'http://127.0.0.1:8800', changeOrigin: false } },
  },
});
