// How a point of the chart compares with what is expected.
import type { Chart } from '../../api/types';

export type Level = 'usual' | 'over' | 'burning';

const HOUR_MS = 3_600_000;
/** A signal looks at the hour before it, and is silent for an hour or two after it: both belong to the same fire. */
const BEFORE_MS = HOUR_MS;
const AFTER_MS = 2 * HOUR_MS;

export function levelOf({ marks, step_seconds }: Chart, point: Chart['points'][number]): Level {
  if (point.n <= point.high) return 'usual';
  const from = Date.parse(point.at);
  const until = from + step_seconds * 1000;
  const rang = marks.some(({ at }) => from < Date.parse(at) + AFTER_MS && until > Date.parse(at) - BEFORE_MS);
  return rang ? 'burning' : 'over';
}
