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

/** Whether a form is an ordinary word as well, and what that means for it; empty when it is none. */
export function ordinaryWords(form: QueryForm): string {
  if (form.capital_only) return t('topics-forms-capital-only');
  return form.ordinary ? t('topics-forms-also-ordinary') : '';
}
