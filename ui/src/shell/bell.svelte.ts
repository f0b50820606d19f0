// The bell: what happens in the browser when an alert comes. It sounds, the tab blinks, the system shows a notification,
// and a banner stands until a person has seen it. What came while the page was closed or cut off is fetched and shown as well.
import { call } from '../api/client';
import { live } from '../api/live.svelte';
import type { Alert } from '../api/types';
import { here } from '../router.svelte';
import { setTitleAlarm } from '../parts/page-title.svelte';
import { ringBell, soundAllowed, unlockSound } from './bell-sound';
import { t } from '../words.svelte';
import { alarmAddress, alarmWords } from './alarm-words';

const SEEN_KEY = 'nabat.seen-alerts';
const SOUND_KEY = 'nabat.sound';
const BLINK_MS = 1000;
/** Most alerts fetched after an absence: more are on the radar anyhow. */
const MISSED_MAX = 50;
/** How long one tab keeps the bell to itself, in milliseconds, so that three open tabs do not ring thrice. */
const HOLD_MS = 3000;

let unseen = $state.raw<readonly Alert[]>([]);
let ringing = $state(false);
let sound = $state(read(SOUND_KEY) !== 'off');
let allowed = $state(false);
let permission = $state<NotificationPermission | 'unsupported'>(
  'Notification' in window ? Notification.permission : 'unsupported',
);

/** Alerts that nobody has seen at this browser, newest first, the latest of each subject. */
export function unseenAlerts(): readonly Alert[] {
  const met = new Set<string>();
  return unseen.filter((alert) => !met.has(subject(alert)) && met.add(subject(alert)));
}

export function bellRings(): boolean {
  return ringing;
}

/** Whether the person wants sound, and whether the browser lets us make one before the first click or key. */
export function soundState(): 'on' | 'off' | 'waiting' {
  if (!sound) return 'off';
  return allowed ? 'on' : 'waiting';
}

export function notificationState(): NotificationPermission | 'unsupported' {
  return permission;
}

/** Switches the sound; switching it on lets it be heard once, so that one knows what to wait for. */
export async function switchSound(): Promise<void> {
  if (soundState() === 'on') {
    sound = false;
  } else {
    sound = true;
    allowed = await unlockSound();
    if (allowed) ringBell(1);
  }
  write(SOUND_KEY, sound ? 'on' : 'off');
}

/** Asks the browser for notifications; only ever from a button. */
export async function askForNotifications(): Promise<void> {
  if (!('Notification' in window)) return;
  permission = await Notification.requestPermission();
}

/** Takes an alert off the banner with all earlier ones of its subject, or everything. */
export function markSeen(alert?: Alert): void {
  const gone = unseen.filter((each) => alert === undefined || subject(each) === subject(alert));
  unseen = unseen.filter((each) => !gone.includes(each));
  const { upTo, also } = readSeen();
  writeSeen({ upTo, also: [...also, ...gone.map((each) => each.id)] });
}

/** Starts to listen; returns how to stop. */
export function startBell(): () => void {
  const stops = [
    live('alert', (alert) => take([alert])),
    live('hello', ({ last_alert }) => void catchUp(last_alert)),
    blink(),
  ];
  const gesture = () => {
    if (sound && !allowed) void unlockSound().then((ok) => (allowed = ok));
  };
  const otherTab = (event: StorageEvent) => {
    if (event.key !== SEEN_KEY) return;
    const seen = readSeen();
    unseen = unseen.filter((alert) => !isSeen(alert.id, seen));
  };
  window.addEventListener('pointerdown', gesture);
  window.addEventListener('keydown', gesture);
  window.addEventListener('storage', otherTab);
  allowed = soundAllowed();
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener('pointerdown', gesture);
    window.removeEventListener('keydown', gesture);
    window.removeEventListener('storage', otherTab);
  };
}

async function catchUp(last: number | null): Promise<void> {
  const newest = last ?? 0;
  // The first visit has nothing to catch up with: open incidents stand on the radar.
  if (read(SEEN_KEY) === null) return writeSeen({ upTo: newest, also: [] });
  // Numbers only rise, so lower ones mean another store: what we remember is not about it.
  if (newest < Math.max(readSeen().upTo, ...readSeen().also)) writeSeen({ upTo: 0, also: [] });
  try {
    take(await call('GET /alerts', { query: { after: readSeen().upTo, limit: MISSED_MAX } }));
  } catch {
    // The line is cut again; the next hello repeats this.
  }
}

function take(alerts: readonly Alert[]): void {
  const seen = readSeen();
  const known = new Set(unseen.map((alert) => alert.id));
  // The test of a webhook goes to that webhook; nothing burns here.
  const fresh = alerts.filter((alert) => alert.subject !== 'channel' && !isSeen(alert.id, seen) && !known.has(alert.id));
  if (fresh.length === 0) return;
  unseen = [...fresh, ...unseen].sort((a, b) => b.id - a.id).slice(0, MISSED_MAX);
  const strokes = Math.max(...fresh.map(strokesOf));
  if (strokes > 0) void ring(strokes);
  for (const alert of fresh.slice(0, 3)) notify(alert);
  // Whoever has the page of its subject in front of them sees it happen.
  for (const alert of fresh) if (!document.hidden && alarmAddress(alert) === here().path) markSeen(alert);
}

function subject(alert: Alert): string {
  return `${alert.subject}/${alert.incident?.id ?? alert.source?.id ?? ''}`;
}

/** Strokes of the bell: a crisis rings three times, a source or a test once, good news not at all. */
function strokesOf(alert: Alert): number {
  if (alert.reason === 'resolved') return 0;
  return alert.subject === 'incident' ? 3 : 1;
}

async function ring(strokes: number): Promise<void> {
  ringing = true;
  setTimeout(() => (ringing = false), 2000);
  if (soundState() !== 'on') return;
  if (!navigator.locks) return ringBell(strokes);
  await navigator.locks.request('nabat-bell', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    ringBell(strokes);
    await new Promise((done) => setTimeout(done, HOLD_MS));
  });
}

function notify(alert: Alert): void {
  if (permission !== 'granted' || !document.hidden) return;
  try {
    const note = new Notification(t('bell-notification'), {
      body: alarmWords(alert),
      // One notification a subject: a later one takes the place of the earlier.
      tag: `nabat/${subject(alert)}`,
      icon: '/favicon-alarm.svg',
    });
    note.onclick = () => {
      window.focus();
      note.close();
    };
  } catch {
    // Browsers of telephones allow them to service workers only; there the banner and the sound must do.
  }
}

function blink(): () => void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  let lit = false;
  const timer = setInterval(() => {
    const n = unseenAlerts().length;
    lit = n > 0 && !still.matches && !lit;
    setTitleAlarm(n, lit);
    const icon = document.getElementById('favicon');
    const wanted = n > 0 ? '/favicon-alarm.svg' : '/favicon.svg';
    if (icon?.getAttribute('href') !== wanted) icon?.setAttribute('href', wanted);
  }, BLINK_MS);
  return () => clearInterval(timer);
}

/** What this browser has seen: everything up to a number, and some above it. */
interface Seen {
  upTo: number;
  also: readonly number[];
}

function isSeen(id: number, seen: Seen): boolean {
  return id <= seen.upTo || seen.also.includes(id);
}

function readSeen(): Seen {
  try {
    const kept: unknown = JSON.parse(read(SEEN_KEY) ?? 'null');
    if (typeof kept === 'object' && kept !== null && 'upTo' in kept && 'also' in kept) return kept as Seen;
  } catch {
    // Somebody else wrote there; what is open is then shown again.
  }
  return { upTo: 0, also: [] };
}

/** Keeps what was seen. As soon as nothing is unseen, one number says it all. */
function writeSeen({ upTo, also }: Seen): void {
  const newest = Math.max(upTo, ...also);
  const kept = unseen.length === 0 ? { upTo: newest, also: [] } : { upTo, also: also.filter((id) => id > upTo) };
  write(SEEN_KEY, JSON.stringify(kept));
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It then holds until the page is closed.
  }
}
