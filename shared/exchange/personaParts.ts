import type { AssetHash } from '../base/ids';
import type { ExchangedPersona, PersonaSet } from './personaSet';

/** Most personas of a Personarium file: each has two entries in the archive, its state and maybe a picture, and those are counted. */
export const MOST_IN_ARCHIVE = 900;

const MB = 1024 * 1024;

/** What one file may come to, so that reading it back never meets a limit: well below those of the readers. */
const MOST = {
  archive: { personas: MOST_IN_ARCHIVE, text: 40 * MB, all: 180 * MB },
  text: { personas: 20_000, text: 180 * MB, all: 180 * MB },
} as const;

/** At least as many bytes as a persona takes, as text: spaces and signs of two bytes and more counted in. */
const textBytes = ({ doc }: ExchangedPersona): number => JSON.stringify(doc).length * 2;

/**
 * Personas in as many sets as they need files, in their order, each with the pictures that it uses. One set is given back as it is; a persona is never parted. Of text a
 * picture takes a third more, in base64.
 */
export function personaParts(set: PersonaSet, kind: keyof typeof MOST): readonly PersonaSet[] {
  const most = MOST[kind];
  const parts: { readonly personas: ExchangedPersona[]; text: number; all: number }[] = [];
  for (const persona of set.personas) {
    const text = textBytes(persona);
    const photo = persona.doc.info.photo ? (set.assets[persona.doc.info.photo.asset]?.length ?? 0) : 0;
    const all = text + (kind === 'archive' ? (persona.state?.length ?? text) + photo : (photo * 4) / 3);
    const last = parts.at(-1);
    const fits =
      last && last.personas.length < most.personas && last.text + text <= most.text && last.all + all <= most.all;
    if (fits) {
      last.personas.push(persona);
      last.text += text;
      last.all += all;
    } else parts.push({ personas: [persona], text, all });
  }
  return parts.length < 2
    ? [set]
    : parts.map(({ personas }) => ({ ...set, personas, assets: assetsOf(personas, set) }));
}

function assetsOf(personas: readonly ExchangedPersona[], { assets }: PersonaSet): PersonaSet['assets'] {
  const used = personas.flatMap(({ doc }): readonly AssetHash[] => (doc.info.photo ? [doc.info.photo.asset] : []));
  return Object.fromEntries(used.flatMap((hash) => (assets[hash] ? [[hash, assets[hash]]] : [])));
}
