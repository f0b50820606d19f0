// Gives the guide in each interface language as one module, `virtual:guide/<language>`, so that its pages are there without a network.
// Markdown is cut into blocks here, when the app is built: the browser gets plain data, and shows text only as text.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GUIDE = fileURLToPath(new URL('../../docs/guide/', import.meta.url));
const PREFIX = 'virtual:guide/';

/** @returns {import('vite').Plugin} */
export function guide() {
  return {
    name: 'nabat-guide',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const path = join(GUIDE, id.slice(PREFIX.length + 1), 'queries.md');
      this.addWatchFile(path);
      return `export default ${JSON.stringify(blocksOf(readFileSync(path, 'utf8')))};`;
    },
  };
}

/** The blocks of a Markdown text: headings, paragraphs, lists, tables and code, as far as the guide uses them. */
export function blocksOf(text) {
  const lines = text.split('\n');
  const blocks = [];
  let at = 0;
  const take = (fits) => {
    const from = at;
    while (at < lines.length && fits(lines[at])) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at];
    const heading = /^(#{1,3}) (.*)$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1].length, id: idOf(heading[2]), words: inline(heading[2]) });
      at += 1;
    } else if (line.startsWith('```')) {
      at += 1;
      blocks.push({ kind: 'code', text: take((each) => !each.startsWith('```')).join('\n') });
      at += 1;
    } else if (line.startsWith('|')) {
      const [head, , ...rows] = take((each) => each.startsWith('|')).map(cells);
      blocks.push({ kind: 'table', head, rows });
    } else if (line.startsWith('- ')) {
      const items = take((each) => each.startsWith('- ') || (each.startsWith('  ') && each.trim() !== ''));
      blocks.push({ kind: 'list', items: items.join('\n').split(/\n?^- /m).filter(Boolean).map(inline) });
    } else {
      blocks.push({ kind: 'paragraph', words: inline(take((each) => each.trim() !== '' && !/^(#|```|\||- )/.test(each)).join(' ')) });
    }
  }
  return blocks;
}

function cells(line) {
  return line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => inline(cell.trim().replaceAll('\\|', '|')));
}

/** Words with their look: `code`, **strong**, *said*, [link](address). */
function inline(text) {
  const pieces = [];
  let plain = 0;
  for (const found of text.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|(?<![\p{L}\p{N}*])\*([^*\s](?:[^*]*[^*\s])?)\*(?![\p{L}\p{N}*])|\[([^\]]+)\]\(([^)]+)\)/gu)) {
    if (found.index > plain) pieces.push({ text: text.slice(plain, found.index) });
    const [whole, code, strong, said, link, href] = found;
    pieces.push(code !== undefined ? { text: code, look: 'code' } : strong !== undefined ? { text: strong, look: 'strong' } : said !== undefined ? { text: said, look: 'said' } : { text: link, look: 'link', href });
    plain = found.index + whole.length;
  }
  if (plain < text.length) pieces.push({ text: text.slice(plain) });
  return pieces;
}

function idOf(heading) {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}
