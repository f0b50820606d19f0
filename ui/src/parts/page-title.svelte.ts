// The title of the browser's tab: the page's name, and in front of it how many alarms nobody has seen.
import { t } from '../words.svelte';

let page = $state('');
let n_unseen = $state(0);
let lit = $state(false);

export function setPageTitle(title: string): void {
  page = title;
}

/** Sets how many alarms are unseen, and whether the blinking title shows them this moment. */
export function setTitleAlarm(n: number, shown: boolean): void {
  n_unseen = n;
  lit = shown;
}

/** The words for the tab. */
export function tabTitle(): string {
  const plain = page ? `${page} · Nabat` : 'Nabat';
  if (n_unseen === 0) return plain;
  return lit ? t('bell-tab', { n: n_unseen }) : `(${n_unseen}) ${plain}`;
}
