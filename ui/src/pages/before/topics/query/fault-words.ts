// What is wrong with a query, what is worth a look, and what a translation changed, in words.
import type { QueryFault } from '@/api/types';
import { has, t } from '@/words.svelte';

/** Why a query cannot be read; with `tool`, why a query of that tool cannot be carried over. */
export function errorWordsOf({ code, args }: QueryFault, tool?: string): string {
  if (tool !== undefined && has(`dialect-error-${code}`)) return t(`dialect-error-${code}`, { tool, ...args });
  return has(`query-error-${code}`) ? t(`query-error-${code}`, args) : t('topics-query-error');
}

export function warningWordsOf({ code, args }: QueryFault): string {
  return has(`query-warning-${code}`) ? t(`query-warning-${code}`, args) : t('topics-query-warning');
}

/** What reads differently here than in the tool that the query was written for. */
export function noteWordsOf({ code, args }: QueryFault, tool: string): string {
  return has(`dialect-note-${code}`) ? t(`dialect-note-${code}`, { tool, ...args }) : t('topics-dialect-note');
}
