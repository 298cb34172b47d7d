import type { z } from '../base/schema';
import { randomPortrait } from '../boards/persona/portraitMaker';
import { cleanText } from '../model/cleanText';
import type { AnyDoc } from '../model/document';
import { dateText } from '../model/fields';
import { MAX_TAG, type NoteImage } from '../model/note';
import { placeKey, type TranslatedDoc, type Translation } from '../model/translation';
import type { WorkshopDoc, WorkshopLogo } from '../model/workshop';
import { boardsInOrder, personasInOrder } from '../model/workshopCommands';
import type { RedactChoices } from './choices';
import { drawsFrom } from './draw';
import { type Fields, roleOf, type TextRole } from './fields';
import { gather, type NamedDoc, recordsOf, shapeOfDoc } from './gather';
import { type LeftText, lookAgain } from './lookAgain';
import { type TextRedactor, textRedactor } from './redactText';
import type { LookAgain, RedactChange, RedactPlace, RedactReport } from './report';
import type { ChangeKind, Replaced } from './spans';
import { fieldKind, type PlaceOfText, placedTexts, tagPlace } from './textPlaces';

/** Documents of a workshop as they are in the copy, still under their ids. */
export interface RedactedDocs {
  readonly docs: Readonly<Record<string, AnyDoc>>;
  readonly report: RedactReport;
}

/** The order in which people read a workshop: itself, its boards, its personas, what it does not name. */
function inReadingOrder(docs: Readonly<Record<string, AnyDoc>>, workshopId: string): readonly NamedDoc[] {
  const workshop = docs[workshopId] as unknown as WorkshopDoc;
  const ids = new Set<string>([
    workshopId,
    ...boardsInOrder(workshop).map(({ id }) => id),
    ...personasInOrder(workshop).map(({ id }) => id),
    ...Object.keys(docs).sort(),
  ]);
  return [...ids].flatMap((id) => (docs[id] ? [[id, docs[id]] as const] : []));
}

function titleOf(id: string, doc: AnyDoc, workshop: WorkshopDoc): string {
  const ref = boardsInOrder(workshop).find((board) => board.id === id);
  const info = doc.info as { readonly name?: string; readonly title?: string };
  return (ref?.title || info.name || info.title || '').trim();
}

/** What is found and changed on the way through the documents. */
interface Run {
  readonly choices: RedactChoices;
  readonly texts: TextRedactor;
  readonly changes: RedactChange[];
  readonly left: LeftText[];
  readonly pictures: LookAgain[];
}

/**
 * A workshop's documents with what shall not leave replaced or dropped, as chosen, and what was changed, place by place. Structure stays: no entity
 * goes, every reference stays. Pure: the same documents and choices give the same copy.
 */
export function redactDocs(
  docs: Readonly<Record<string, AnyDoc>>,
  workshopId: string,
  choices: RedactChoices,
): RedactedDocs {
  const all = inReadingOrder(docs, workshopId);
  const workshop = docs[workshopId] as unknown as WorkshopDoc;
  const texts = textRedactor(gather(all), workshop.info.client, choices);
  const run: Run = { choices, texts, changes: [], left: [], pictures: [] };
  const redacted = all.map(([id, doc]) => [id, redactDoc(id, doc, titleOf(id, doc, workshop), run)] as const);
  const counts: Partial<Record<ChangeKind, number>> = {};
  for (const { kinds } of run.changes) for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  const again = lookAgain(run.left, texts.homographs, choices.verbatims !== 'keep');
  return {
    docs: Object.fromEntries(redacted),
    report: { changes: run.changes, counts, lookAgain: [...again, ...run.pictures] },
  };
}

function redactDoc(sheet: string, doc: AnyDoc, title: string, run: Run): AnyDoc {
  const { info, collections } = shapeOfDoc(doc);
  const copy: Record<string, unknown> = { ...doc };
  for (const name of collections.keys()) copy[name] = {};
  for (const { where, id, fields } of recordsOf(doc)) {
    const set = where === 'info' ? info : collections.get(where);
    const about = { sheet, sheetKind: doc.kind, title, where, id };
    if (where === 'translations') continue;
    const changed: Record<string, unknown> = { ...fields };
    for (const name of set?.names ?? []) {
      const schema = set?.fields[name];
      const role = roleOf(doc, where, name, fields);
      const value = redactField({ ...about, field: name }, fields[name], { schema, role }, run);
      if (value !== undefined) changed[name] = value;
    }
    if (doc.kind === 'persona' && where === 'info') redactPortrait(about, fields, changed, run);
    if (where === 'info') copy.info = changed;
    else (copy[where] as Record<string, unknown>)[id] = changed;
  }
  return redactTranslations({ sheet, sheetKind: doc.kind, title }, doc, copy as unknown as AnyDoc, run);
}

const keyOf = ({ where, entityId, field }: PlaceOfText): string => placeKey({ where, entityId, field, lang: 'fr' });

/** The copy with what its texts say in other languages. One whose text or picture is gone is left out, and not told of: nobody sees it. */
function redactTranslations(
  about: Pick<RedactPlace, 'sheet' | 'sheetKind' | 'title'>,
  doc: AnyDoc,
  copy: AnyDoc,
  run: Run,
): AnyDoc {
  const all = Object.entries<Translation>((doc as Partial<TranslatedDoc>).translations ?? {});
  if (all.length === 0) return copy;
  const texts = new Map(placedTexts(doc).map((text) => [keyOf(text), text]));
  const places = new Set(placedTexts(copy).map(keyOf));
  const kept: Record<string, Translation> = {};
  const taken = new Set<string>();
  for (const [id, translation] of all) {
    const text = texts.get(keyOf(translation));
    if (!text) continue;
    // The place of a tag tells the tag: it follows from what the copy calls it.
    const place = text.where === 'tags' ? tagPlace(redactWord(text.text, MAX_TAG, run).word) : text;
    const key = placeKey({ ...place, lang: translation.lang });
    if (!places.has(keyOf(place)) || taken.has(key)) continue;
    taken.add(key);
    const { where, entityId, field } = place;
    const said = redactTranslation({ ...about, where: 'translations', id }, translation, text.role, run);
    kept[id] = { ...said, where, entityId, field };
  }
  return { ...copy, translations: kept } as AnyDoc;
}

/**
 * A translation is treated as the text it is of; where that gives way as a whole, so does it.
 */
function redactTranslation(
  about: Omit<RedactPlace, 'field'>,
  { ...changed }: Translation,
  role: TextRole,
  run: Run,
): Translation {
  const { source, text: said } = changed;
  changed.source = redactText({ ...about, field: 'source' }, source, role, run) ?? source;
  const whole = run.texts.redact(source, role);
  const isWhole = whole.left.length === 0 && whole.kinds.size > 0;
  const place = { ...about, field: 'text' };
  if (!isWhole) changed.text = redactText(place, said, role, run) ?? said;
  else if (whole.text !== said) changed.text = changedTo(place, said, whole.text, whole.kinds, run);
  return changed;
}

/** The value of a field in the copy; undefined where it stays. */
function redactField(
  place: RedactPlace,
  value: unknown,
  { schema, role }: { readonly schema: z.ZodType | undefined; readonly role: TextRole },
  run: Run,
): unknown {
  if (place.field === 'logo') return redactLogo(place, value as WorkshopLogo | null, run);
  switch (fieldKind(schema)) {
    case 'text':
      return typeof value === 'string' ? redactText(place, value, role, run) : undefined;
    case 'tags':
      return redactList(place, value as readonly string[], MAX_TAG, run);
    case 'words':
      return redactList(place, value as readonly string[], null, run);
    case 'picture':
      // A persona's photograph gives way with its portrait.
      return place.field === 'photo' ? undefined : redactImage(place, value as NoteImage | null, run);
    default:
      return schema === dateText && typeof value === 'string' ? redactDay(place, value, run) : undefined;
  }
}

function changedTo<T>(place: RedactPlace, from: string, to: T, kinds: Iterable<ChangeKind>, run: Run): T {
  const shown = typeof to === 'string' ? to : '';
  run.changes.push({ ...place, kinds: [...kinds], from, to: shown });
  return to;
}

function redactText(place: RedactPlace, value: string, role: TextRole, run: Run): string | undefined {
  const replaced = run.texts.redact(value, role);
  if (replaced.left.length > 0) run.left.push({ place, parts: replaced.left });
  const to = cleanText(replaced.text);
  return to === value ? undefined : changedTo(place, value, to, replaced.kinds, run);
}

function redactDay(place: RedactPlace, value: string, run: Run): string | undefined {
  const { dates } = run.choices;
  const to = dates === 'keep' || value === '' ? value : dates === 'drop' ? '' : `${value.slice(0, 8)}01`;
  return to === value ? undefined : changedTo(place, value, to, ['dates'], run);
}

function redactWord(word: string, most: number | null, run: Run): Replaced & { readonly word: string } {
  const replaced = run.texts.redact(word, 'text');
  return { ...replaced, word: cleanText(replaced.text).slice(0, most ?? undefined) };
}

/** `most` is the longest that a word of the list may be; lists of tags hold no word twice and none that is empty. */
function redactList(
  place: RedactPlace,
  value: readonly string[],
  most: number | null,
  run: Run,
): readonly string[] | undefined {
  const replaced = value.map((word) => redactWord(word, most, run));
  run.left.push({ place, parts: replaced.flatMap(({ left }) => left) });
  const words = replaced.map(({ word }) => word);
  const list = most === null ? words : [...new Set(words)].filter(Boolean);
  if (list.length === value.length && list.every((word, at) => word === value[at])) return undefined;
  const kinds = new Set(replaced.flatMap((one) => [...one.kinds]));
  run.changes.push({ ...place, kinds: [...kinds], from: value.join(', '), to: list.join(', ') });
  return list;
}

function redactImage(place: RedactPlace, image: NoteImage | null, run: Run): NoteImage | null | undefined {
  if (!image) return undefined;
  if (run.choices.images === 'drop') return changedTo(place, image.alt, null, ['images'], run);
  return keptPicture(place, image, run);
}

/** A copy that does not name the client does not show its logo, whatever becomes of the other pictures. */
function redactLogo(place: RedactPlace, logo: WorkshopLogo | null, run: Run): null | undefined {
  const { images, client } = run.choices;
  if (!logo) return undefined;
  if (images === 'drop' || client !== 'keep')
    return changedTo(place, '', null, [images === 'drop' ? 'images' : 'client'], run);
  run.pictures.push({ ...place, reason: 'picture', text: '', count: 1 });
  return undefined;
}

function keptPicture(place: RedactPlace, image: NoteImage, run: Run): NoteImage | undefined {
  run.pictures.push({ ...place, reason: 'picture', text: image.alt, count: 1 });
  const alt = redactText({ ...place, field: 'alt' }, image.alt, 'text', run);
  return alt === undefined ? undefined : { ...image, alt };
}

/** A photograph gives way to the portrait that is drawn already, or to one that the seed draws. */
function redactPortrait(
  about: Omit<RedactPlace, 'field'>,
  fields: Fields,
  changed: Record<string, unknown>,
  run: Run,
): void {
  const { choices } = run;
  const photo = fields.photo as NoteImage | null;
  if (!photo) return;
  const place = { ...about, field: 'photo' };
  if (choices.photos === 'keep') {
    changed.photo = keptPicture(place, photo, run) ?? photo;
    return;
  }
  changed.photo = changedTo(place, photo.alt, null, ['photos'], run);
  const portrait = { ...about, field: 'portrait' };
  if (choices.photos === 'drop' && fields.portrait) changed.portrait = changedTo(portrait, '', null, ['photos'], run);
  if (choices.photos === 'portrait' && !fields.portrait) {
    const pick = drawsFrom(`${choices.seed}/portrait/${about.sheet}`);
    changed.portrait = changedTo(portrait, '', randomPortrait(pick), ['photos'], run);
  }
}
