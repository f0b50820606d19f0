// Keys that code builds from a prefix and a value: t(`case-state-${state}`). Each prefix is listed here with its values, so that
// the check can tell a missing word from an unused one. To add one: a line with the values of the enum.
// `open` sets have no fixed values: their keys are looked up with `has()` first.
export const PREFIXES = {
  // The frame
  'language-': ['en', 'pl', 'ru'],
  'theme-': ['auto', 'light', 'dark'],
  'bell-incident-': ['first', 'grew', 'escalated', 'repeat', 'resolved', 'test'],
  'bell-source-': ['silent', 'failing', 'resolved'],
  'network-': 'open',
  'error-': 'open',
  // Posts
  'item-kind-': ['post', 'reply', 'repost', 'quote', 'review', 'article', 'form'],
  'post-n-': ['likes', 'reposts', 'replies', 'views'],
  // Topics
  'topic-kind-': ['brand', 'product', 'person', 'account', 'hashtag', 'competitor', 'industry'],
  'topic-range-': ['24h', '7d', '30d'],
  'topic-step-': ['300', '3600', '86400'],
  'radar-verdict-': ['above', 'usual', 'below', 'few'],
  // Incidents
  'incident-status-': ['suspected', 'confirmed', 'contained', 'closed'],
  'closing-reason-': ['resolved', 'false-alarm', 'expected', 'duplicate'],
  'incident-do-': ['own', 'confirm', 'contain', 'close', 'reopen'],
  'incident-about-': ['own', 'confirm', 'contain', 'close', 'reopen'],
  'timeline-': ['opened', 'signal', 'confirm', 'contain', 'reopen', 'note'],
  'timeline-told-': ['first', 'grew', 'escalated', 'repeat', 'resolved', 'test'],
  // The inbox
  'case-state-': ['new', 'in-work', 'answered', 'escalated', 'closed'],
  'case-step-': ['assign', 'release', 'answer', 'escalate', 'close', 'reopen', 'note', 'opened'],
  'close-reason-': ['no-answer-needed', 'not-about-us', 'spam', 'duplicate', 'settled-elsewhere', 'provocation'],
  'clock-': ['calm', 'soon', 'late'],
  // Topics before, sources, imports
  'answers-': ['every', 'addressed', 'none', 'every-help', 'addressed-help', 'none-help'],
  'topics-syntax-': [
    'space', 'or', 'minus', 'not', 'group', 'forms', 'exact', 'cased', 'list', 'phrase', 'window', 'near', 'onear', 'sent', 'prefix', 'infix', 'letter',
    'fuzzy', 'tag', 'handle', 'author', 'network', 'lang', 'title', 'site', 'url', 'type', 'has', 'followers', 'sentiment', 'field-list', 'part', 'comment',
  ],
  'topics-syntax-example-': 'open',
  'dialect-': ['brandwatch', 'youscan', 'sentione', 'powertrack', 'lucene'],
  'source-kind-': ['feed', 'files', 'replay', 'simulator'],
  'source-trouble-': ['silent', 'failing'],
  'import-state-': ['running', 'done', 'failed'],
  'imports-failed-': ['unreadable', 'gzip', 'gzip-bomb', 'unknown-format', 'no-text-column', 'interrupted', 'store-full', 'broken'],
  'format-': 'open',
  'refusal-': 'open',
  // Settings
  'alert-reason-': ['first', 'grew', 'escalated', 'repeat', 'resolved', 'test'],
  'delivery-state-': ['waiting', 'delivered', 'failed'],
  // Worded by the server: alerts that go out, and queries where they are parsed
  'told-': 'open',
  'query-cli-': 'open',
  'query-error-': 'open',
  'query-warning-': 'open',
  'dialect-error-': 'open',
  'dialect-note-': 'open',
  'query-reason-': 'open',
};
