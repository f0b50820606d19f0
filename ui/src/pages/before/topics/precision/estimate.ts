// An estimate in words: `about 92 % right (between 78 and 97 %)`.
import type { Precision } from '@/api/types';
import { number, percent } from '@/format';
import { t } from '@/words.svelte';

export function estimateWords({ estimate, low, high }: Precision): string {
  return t('precision-about', { share: percent(estimate), low: number(Math.round(low * 100)), high: percent(high) });
}
