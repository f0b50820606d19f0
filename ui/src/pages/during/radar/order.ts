// The order of the radar: what needs a person now comes first.
import type { RadarTopic } from '../../../api/types';

/** Whether somebody waits longer for an answer than the topic allows, at server time `now` in milliseconds. */
export function isLate(row: RadarTopic, now: number): boolean {
  if (!row.oldest_waiting_at) return false;
  return now - Date.parse(row.oldest_waiting_at) > row.topic.answer_within_minutes * 60_000;
}

/** Open incidents first, then late answers, then the strongest rise, then who has most to answer, then by name. */
export function byNeed(rows: readonly RadarTopic[], now: number): RadarTopic[] {
  const rank = (row: RadarTopic) => (row.incident_id !== null ? 2 : isLate(row, now) ? 1 : 0);
  return [...rows].sort(
    (a, b) =>
      rank(b) - rank(a) ||
      b.ratio - a.ratio ||
      b.unanswered - a.unanswered ||
      a.topic.name.localeCompare(b.topic.name),
  );
}

/** The new figures in the order that stands on the screen, so that no row moves under the cursor; new topics go to the end. */
export function inPlace(shown: readonly number[], rows: readonly RadarTopic[], now: number): RadarTopic[] {
  const place = new Map(shown.map((id, index) => [id, index]));
  return byNeed(rows, now).sort(
    (a, b) => (place.get(a.topic.id) ?? shown.length) - (place.get(b.topic.id) ?? shown.length),
  );
}
