import type { PersonaDoc, PersonaInfo } from '../boards/persona/model';
import { MAX_TAGS } from '../model/note';
import { placeKey, type Translation } from '../model/translation';

const isBlank = (value: unknown): boolean => value === '' || value === null;

/**
 * Two copies of a persona together: what either of them says stays, and where both say something else, the one from the file counts. How this library files it
 * (archived, favourite) stays. Orders may double; a sweep tells them apart.
 */
export function mergePersonas(here: PersonaDoc, file: PersonaDoc): PersonaDoc {
  const said = Object.entries(file.info).filter(([, value]) => !isBlank(value));
  const info = { ...here.info, ...Object.fromEntries(said) } as PersonaInfo;
  const { archived, favourite, lastReviewed } = here.info;
  return {
    ...here,
    info: {
      ...info,
      archived,
      favourite,
      tags: [...new Set([...here.info.tags, ...file.info.tags])].slice(0, MAX_TAGS),
      lastReviewed: lastReviewed > file.info.lastReviewed ? lastReviewed : file.info.lastReviewed,
    },
    blocks: { ...here.blocks, ...file.blocks },
    entries: { ...here.entries, ...file.entries },
    evidence: { ...here.evidence, ...file.evidence },
    factSlots: { ...here.factSlots, ...file.factSlots },
    translations: mergedTranslations(here, file),
  };
}

/** One translation for each place, whatever id either copy gave it. */
function mergedTranslations(here: PersonaDoc, file: PersonaDoc): PersonaDoc['translations'] {
  const written = Object.values<Translation>(file.translations);
  const places = new Set(written.map(placeKey));
  const kept = Object.values<Translation>(here.translations).filter((one) => !places.has(placeKey(one)));
  return Object.fromEntries([...kept, ...written].map((one) => [one.id, one]));
}
