// Ranges of the topic chart and the steps that suit them.

export const RANGES = ['24h', '7d', '30d'] as const;
export type RangeName = (typeof RANGES)[number];

const DAY_MS = 86_400_000;
const LENGTH_MS: Record<RangeName, number> = { '24h': DAY_MS, '7d': 7 * DAY_MS, '30d': 30 * DAY_MS };

/** Steps in seconds, the default first. */
export const STEPS: Record<RangeName, readonly [number, ...number[]]> = {
  '24h': [3600, 300],
  '7d': [3600, 86_400],
  '30d': [86_400, 3600],
};

/** From and until of a range that ends with the running step, at `now` in milliseconds. */
export function span(name: RangeName, step_seconds: number, now: number): { from: string; until: string } {
  const step = step_seconds * 1000;
  const until = (Math.floor(now / step) + 1) * step;
  return { from: new Date(until - LENGTH_MS[name]).toISOString(), until: new Date(until).toISOString() };
}

/** From and until of one point of the chart. */
export function pointSpan(at: string, step_seconds: number): { from: string; until: string } {
  return { from: at, until: new Date(Date.parse(at) + step_seconds * 1000).toISOString() };
}
