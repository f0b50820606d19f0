// What is wrong with a query, what is worth a look, and what a translation changed, in words.
import type { QueryFault } from '@/api/types';
import { has, t } from '@/words.svelte';

const OTHERWISE = { error: 'topics-query-error', warning: 'topics-query-warning', note: 'topics-dialect-note' } as const;

/** The message of a fault, of a warning or of a note. `tool` is the other tool that the query was written for. */
export function faultWords(fault: QueryFault, kind: keyof typeof OTHERWISE, tool = ''): string {
  // The server names the whole key; one that is newer than this page has general words instead.
  return has(fault.key) ? t(fault.key, { tool, ...fault.args, ...limits(fault) }) : t(OTHERWISE[kind]);
}

/** Limits are numbers, and long ones are read with a gap between the thousands. */
function limits({ args }: QueryFault): Record<string, number> {
  const max = Number(args['max']);
  return args['max'] !== undefined && Number.isFinite(max) ? { max } : {};
}
