// The pages. To add one: write its folder under before/, during/, after/ or settings/, add a line here and its title to locales/.
// The first line whose path fits wins, so fixed addresses stand before those with `:parts`.
import type { PageEntry } from '../router.svelte';
import { key } from '../words.svelte';

export const PAGES: readonly PageEntry[] = [
  { path: '/', title: key('radar-title'), nav: 'radar', load: () => import('./during/radar/Radar.svelte') },
  { path: '/inbox', title: key('inbox-title'), nav: 'inbox', room: 'inbox', load: () => import('./during/inbox/Inbox.svelte') },
  { path: '/inbox/:case', title: key('inbox-title'), nav: 'inbox', room: 'inbox', load: () => import('./during/inbox/Inbox.svelte') },
  { path: '/incidents', title: key('incidents-title'), nav: 'incidents', load: () => import('./during/incidents/Incidents.svelte') },
  { path: '/incidents/:id', title: key('incident-title'), nav: 'incidents', load: () => import('./during/incident/IncidentRoom.svelte') },
  { path: '/topics', title: key('topics-title'), nav: 'topics', load: () => import('./before/topics/Topics.svelte') },
  { path: '/topics/new', title: key('topics-new-title'), nav: 'topics', load: () => import('./before/topics/TopicEditor.svelte') },
  { path: '/topics/parts', title: key('query-parts'), nav: 'topics', load: () => import('./before/query-parts/QueryParts.svelte') },
  { path: '/topics/:id', title: key('topic-title'), nav: 'topics', load: () => import('./during/topic/Topic.svelte') },
  { path: '/topics/:id/edit', title: key('topics-edit-title'), nav: 'topics', load: () => import('./before/topics/TopicEditor.svelte') },
  { path: '/guide/queries', title: key('guide-title'), nav: 'topics', load: () => import('./before/guide/Guide.svelte') },
  { path: '/sources', title: key('sources-title'), nav: 'sources', room: 'sources', load: () => import('./before/sources/Sources.svelte') },
  { path: '/sources/:id', title: key('sources-title'), nav: 'sources', room: 'sources', load: () => import('./before/sources/Sources.svelte') },
  { path: '/sources/imports/:import', title: key('sources-title'), nav: 'sources', room: 'sources', load: () => import('./before/sources/Sources.svelte') },
  { path: '/sign-in', title: key('signin-title'), nav: '', open: true, load: () => import('./settings/sign-in/SignIn.svelte') },
  { path: '/first-run', title: key('setup-title'), nav: '', open: true, load: () => import('./settings/first-run/FirstRun.svelte') },
  { path: '/settings', title: key('settings-title'), nav: 'settings', room: 'settings', load: () => import('./settings/Settings.svelte') },
  { path: '/settings/:section', title: key('settings-title'), nav: 'settings', room: 'settings', load: () => import('./settings/Settings.svelte') },
];
