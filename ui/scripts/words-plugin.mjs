// Gives each interface language as one module, `virtual:words/<language>`: all its Fluent files joined, without comments.
// One module a language, so that the browser loads the language it shows and no other.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LOCALES = fileURLToPath(new URL('../../locales/', import.meta.url));
const PREFIX = 'virtual:words/';

/** @returns {import('vite').Plugin} */
export function words() {
  return {
    name: 'nabat-words',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const folder = join(LOCALES, id.slice(PREFIX.length + 1));
      const files = readdirSync(folder).filter((name) => name.endsWith('.ftl')).sort();
      const text = files.map((name) => {
        this.addWatchFile(join(folder, name));
        return readFileSync(join(folder, name), 'utf8');
      });
      const lean = text.join('\n').replace(/^#.*$/gm, '').replace(/\n{3,}/g, '\n\n');
      return `export default ${JSON.stringify(lean)};`;
    },
    handleHotUpdate({ file, server }) {
      if (!file.endsWith('.ftl')) return undefined;
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: 'full-reload' });
      return [];
    },
  };
}
