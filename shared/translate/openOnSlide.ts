import type { AnyDoc } from '../model/document';
import { placeKey, TEXT_LANGS, type TextLang } from '../model/translation';
import type { SheetSlide } from '../presenting/sheetDeck';
import { withTexts } from '../redact/textPlaces';
import { speaks, textLines } from './texts';

/** Languages that a presentation can speak besides the one its texts were written in. */
export const spokenLangs = (doc: AnyDoc): readonly TextLang[] => TEXT_LANGS.filter((lang) => speaks(doc, lang));

/** The next language of a presentation's texts: as written (null), then one after the other, then as written again. */
export function nextLang(now: TextLang | null, spoken: readonly TextLang[]): TextLang | null {
  const all = [null, ...spoken];
  return all[(all.indexOf(now) + 1) % all.length] ?? null;
}

/** A text that a slide shows although it is not translated, or whose translation is no longer right. */
export interface OpenText {
  readonly state: 'missing' | 'stale';
  /** As it is shown. */
  readonly text: string;
}

/** Signs that no stored text holds: control characters are taken out of each. */
const SIGNS = { missing: '\u0001', stale: '\u0002' } as const;

/** The document as it reads in a language, with a sign before each text that is not translated or no longer right: whatever is made of it tells where it comes from. */
export function withOpenSigned<Doc extends AnyDoc>(doc: Doc, lang: TextLang): Doc {
  const said = new Map(
    textLines(doc, lang).map(({ state, source, text, ...place }) => {
      const shown = state === 'missing' ? source : text;
      return [placeKey(place), state === 'fresh' ? shown : SIGNS[state] + shown];
    }),
  );
  return withTexts(doc, (place) => said.get(placeKey({ ...place, lang })));
}

/** What the facilitator alone reads of a slide. */
const FOR_FACILITATOR: ReadonlySet<string> = new Set(['notes', 'questions']);

/** What a slide of a signed document shows to the room that is not translated or no longer right, in its order, each text once. */
export function openOnSlide(slide: SheetSlide): readonly OpenText[] {
  const found = new Map<string, OpenText>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      const text = value.replaceAll(SIGNS.missing, '').replaceAll(SIGNS.stale, '');
      if (text !== value && !found.has(text))
        found.set(text, { state: value.includes(SIGNS.missing) ? 'missing' : 'stale', text });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) if (!FOR_FACILITATOR.has(name)) look(each);
    }
  };
  // Where somebody is quoted, what is done is not on the slide.
  look(slide.kind === 'stage' && slide.quote ? { ...slide, actions: [] } : slide);
  return [...found.values()];
}
