// The sections of the settings. To add one: its folder here, a line below, and its title in locales/.
import type { PageModule } from '@/router.svelte';
import { key } from '@/words.svelte';

export interface Section {
  /** Its part of the address, `/settings/<id>`. */
  id: string;
  title: string;
  load: () => Promise<PageModule>;
}

export const SECTIONS: readonly [Section, ...Section[]] = [
  { id: 'profile', title: key('profile-title'), load: () => import('./profile/Profile.svelte') },
  { id: 'alerts', title: key('alerts-title'), load: () => import('./alerts/Alerts.svelte') },
  { id: 'deliveries', title: key('deliveries-title'), load: () => import('./deliveries/Deliveries.svelte') },
  { id: 'people', title: key('people-title'), load: () => import('./people/People.svelte') },
  { id: 'tokens', title: key('tokens-title'), load: () => import('./tokens/Tokens.svelte') },
  { id: 'general', title: key('general-title'), load: () => import('./general/General.svelte') },
  { id: 'export', title: key('export-title'), load: () => import('./export/Export.svelte') },
];
