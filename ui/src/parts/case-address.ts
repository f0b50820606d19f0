// Whether a post has a case, as the server decides it when the post comes in (crates/crisis/src/mention.rs).
import type { AnswerPolicy, Mention, MentionKind } from '../api/types';

/** Kinds that are said to us even when they name no handle. */
const SAID_TO_US: readonly MentionKind[] = ['reply', 'review', 'form'];

/** Address of the case of a post; undefined where it surely or perhaps has none. */
export function caseAddress(mention: Mention, answers: AnswerPolicy): string | undefined {
  if (mention.author.ours || mention.kind === 'repost') return undefined;
  const asked = answers === 'every' || (answers === 'addressed' && SAID_TO_US.includes(mention.kind));
  return asked ? `/inbox/${mention.id}` : undefined;
}
