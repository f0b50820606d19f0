// What the chart of an incident covers: the fire, and enough of the quiet before it to see the rise.
import type { Incident } from '../../../api/types';

const HOUR_MS = 3_600_000;
/** A fire shorter than this is drawn in five-minute steps. */
const FINE_HOURS = 8;
/** A chart has at most so many steps: a fire of weeks is drawn by the hour, its last part only. */
const STEPS_MAX = 24 * 30;

export interface Span {
  from: string;
  until: string;
  step: number;
}

/** The span at `now` in milliseconds. */
export function incidentSpan(incident: Incident, now: number): Span {
  const start = Date.parse(incident.from);
  const end = incident.closed_at ? Math.min(now, Date.parse(incident.closed_at) + HOUR_MS) : now;
  const fine = end - start <= FINE_HOURS * HOUR_MS;
  const step = fine ? 300 : 3600;
  const until = (Math.floor(end / (step * 1000)) + 1) * step * 1000;
  const before = fine ? 4 * HOUR_MS : 24 * HOUR_MS;
  const from = Math.max(Math.floor((start - before) / (step * 1000)) * step * 1000, until - STEPS_MAX * step * 1000);
  return { from: new Date(from).toISOString(), until: new Date(until).toISOString(), step };
}
