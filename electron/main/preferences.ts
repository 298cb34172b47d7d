import { z } from '@shared/base/schema';
import type { Lang } from '@shared/i18n/lang';
import {
  authorName,
  erasing,
  type LastPlace,
  type LibraryPreferences,
  lastPlace,
  libraryMemory,
  type PosterPreferences,
  posterMemory,
} from '@shared/ipc';
import type { ThemeName } from '@shared/model/theme';

export interface StoredPreferences {
  readonly lang: Lang;
  readonly theme: ThemeName;
  readonly last: LastPlace | null;
  readonly database: string;
  readonly author: string;
  readonly library: LibraryPreferences | null;
  readonly posters: PosterPreferences | null;
  readonly erasing: readonly string[];
}

/** Read field by field: one damaged value does not take the others with it. */
const schema = z.object({
  lang: z.enum(['fr', 'en']).optional().catch(undefined),
  theme: z.enum(['light', 'projectorDark']).optional().catch(undefined),
  last: lastPlace.nullable().optional().catch(undefined),
  database: z.string().max(40).optional().catch(undefined),
  author: authorName.optional().catch(undefined),
  library: libraryMemory.nullable().optional().catch(undefined),
  posters: posterMemory.nullable().optional().catch(undefined),
  erasing: erasing.optional().catch(undefined),
});

/** The preferences to start with; `stored` may be anything (no file yet, a damaged one). */
export function startingPreferences(stored: unknown, systemLang: Lang): StoredPreferences {
  const read = schema.safeParse(stored);
  const { lang, theme, last, database, author, library, posters, erasing: unfinished } = read.success ? read.data : {};
  return {
    lang: lang ?? systemLang,
    theme: theme ?? 'light',
    last: last ?? null,
    database: database ?? '',
    author: author ?? '',
    library: library ?? null,
    posters: posters ?? null,
    erasing: unfinished ?? [],
  };
}
