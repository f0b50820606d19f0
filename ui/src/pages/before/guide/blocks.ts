// The guide as scripts/guide-plugin.mjs cuts it: blocks of words, each word with its look.
import type { Language } from '@/api/types';

export interface Words {
  text: string;
  look?: 'code' | 'strong' | 'said' | 'link';
  href?: string;
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; id: string; words: Words[] }
  | { kind: 'paragraph'; words: Words[] }
  | { kind: 'list'; items: Words[][] }
  | { kind: 'table'; head: Words[][]; rows: Words[][][] }
  | { kind: 'code'; text: string };

export const GUIDES: Record<Language, () => Promise<{ default: Block[] }>> = {
  en: () => import('virtual:guide/en'),
  pl: () => import('virtual:guide/pl'),
  ru: () => import('virtual:guide/ru'),
};

export function plain(words: readonly Words[]): string {
  return words.map(({ text }) => text).join('');
}
