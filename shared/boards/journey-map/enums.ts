/** Whether the map goes on after the purchase, or stops there. */
export const SCOPES = ['customer', 'buyer'] as const;

/** Which moments the map shows: all, or those that have a touchpoint of one medium. */
export const MEDIUM_VIEWS = ['all', 'online', 'offline'] as const;

/** The form of the map: stages by rows, or stations along a path. */
export const MAP_FORMS = ['grid', 'path'] as const;

/** How an emotion row shows its points: faces on a line, small points without one, the line alone. */
export const CURVE_DISPLAYS = ['faces', 'points', 'line'] as const;

/** Which curves an emotion row shows: those of today, those aimed at, or both. */
export const CURVE_CHOICES = ['both', 'current', 'target'] as const;

/** What a piece of content is. */
export const CONTENT_TYPES = [
  'article',
  'landing-page',
  'e-book',
  'guide',
  'post',
  'case-study',
  'demo',
  'white-paper',
  'faq',
  'catalogue',
  'e-mail',
  'newsletter',
  'offer',
  'video',
  'other',
] as const;

/** How far a piece of content is. */
export const CONTENT_STATUSES = ['idea', 'planned', 'draft', 'published', 'outdated'] as const;

/** What was decided of an opportunity; a no stays on the map. */
export const DECISIONS = ['yes', 'maybe', 'no'] as const;

/** What a line between two moments of the path tells: coming back, going around, leaving. */
export const JUMP_KINDS = ['loop', 'detour', 'exit'] as const;
