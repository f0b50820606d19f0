// Why a form of a word is looked for, in words.
import type { QueryForm } from '@/api/types';
import { has, t } from '@/words.svelte';

/** All reasons of a form, the plainest first; one that has no words here is left out. */
export function reasonWords(form: QueryForm): string {
  return form.reasons
    .filter(({ code }) => has(`query-reason-${code}`))
    .map(({ code, args }) => t(`query-reason-${code}`, args))
    .join('; ');
}
