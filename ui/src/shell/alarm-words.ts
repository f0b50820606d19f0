// What an alert says in one line: its named reason first, then what it is about.
import type { Alert } from '../api/types';
import { ratio } from '../format';
import { t } from '../words.svelte';

export function alarmWords(alert: Alert): string {
  if (alert.incident) {
    const surge = alert.incident.latest?.evidence;
    if (!surge) return t('bell-incident-plain', { topic: alert.incident.topic_name });
    return t(`bell-incident-${alert.reason}`, {
      topic: alert.incident.topic_name,
      n: surge.n_observed,
      ratio: ratio(surge.ratio),
    });
  }
  if (alert.source) return t(`bell-source-${alert.reason === 'resolved' ? 'resolved' : (alert.source.trouble ?? 'resolved')}`, { source: alert.source.name });
  return t('bell-channel');
}

/** Where one goes from it. */
export function alarmAddress(alert: Alert): string {
  if (alert.incident) return `/incidents/${alert.incident.id}`;
  if (alert.source) return `/sources/${alert.source.id}`;
  return '/settings/alerts';
}
