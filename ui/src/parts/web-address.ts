// Links that come from posts: only web addresses may be followed, so that no script runs.

/** The address if it is http or https, else null. */
export function webAddress(link: string | null | undefined): string | null {
  if (!link) return null;
  try {
    const { protocol } = new URL(link);
    return protocol === 'https:' || protocol === 'http:' ? link : null;
  } catch {
    return null;
  }
}
