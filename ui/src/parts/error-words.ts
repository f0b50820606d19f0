// Errors in words: what happened and what one can do.
import { asApiError } from '../api/pager.svelte';
import { has, t } from '../words.svelte';

/** Words for anything that was thrown by `call`. */
export function errorWords(error: unknown): string {
  const { code, args } = asApiError(error);
  return has(`error-${code}`) ? t(`error-${code}`, args) : t('error-unknown', { code });
}
