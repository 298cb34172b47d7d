import { strToU8 } from 'fflate';
import { crc32 } from '../base/crc32';
import { isId, type NewId, type PersonaId } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import type { Block, Entry, EvidenceItem, PersonaDoc } from '../boards/persona/model';
import { entriesOf, shownBlocks, shownFacts } from '../boards/persona/order';
import { EMPTY_INFO } from '../boards/persona/templates';
import { evidenceSuffix, evidenceTitle, oneLine, type WordsContext } from '../boards/persona/words';
import { readDoc } from '../file/envelope';
import { inStableOrder } from '../file/orderedJson';
import { parseJson } from '../file/parseJson';
import { LANGUAGES, type Lang } from '../i18n/translate';
import type { AnyDoc, Json } from '../model/document';
import { PLAIN_ENTRY } from './personaCells';

/** Texts of a persona that stand under its name beside the facts of the band. */
export const MORE_FACTS = ['facts', 'owner', 'lastReviewed'] as const;

/** True for an entry that has a line on the page; others have nothing to say. */
export const isSaid = ({ text }: Pick<Entry, 'text'>): boolean => text.trim() !== '';

/** Names of the fields of `info` that stand on the page. */
const saidInfo = (doc: PersonaDoc): readonly string[] => [
  ...(['name', 'tagline', 'quote', ...MORE_FACTS] as const).filter((name) => doc.info[name].trim() !== ''),
  ...shownFacts(doc),
  ...(doc.info.tags.length > 0 ? ['tags'] : []),
];

/** A text by which its line is found again; it tells nothing of it. */
export const markOf = (text: string): string => crc32(strToU8(text)).toString(36);

/** What the page says of a source. */
export const sourceText = (item: EvidenceItem, ctx: WordsContext): string =>
  `${oneLine(item.title) === '' ? evidenceTitle(item, ctx) : item.title}${evidenceSuffix(item, ctx)}`;

type Fields = Readonly<Record<string, Json>>;

const PLAIN_BLOCK: Omit<Block, 'id' | 'order' | 'kind'> = { title: '', visible: true, prompt: '', note: '' };
/** What a source says beyond its kind that says nothing. */
export const PLAIN_SOURCE: Omit<EvidenceItem, 'id' | 'order' | 'kind'> = {
  title: '',
  date: '',
  sample: null,
  note: '',
};

/** The fields that say something else than the plain ones. */
const without = (fields: object, plain: object): Fields => {
  const standard = plain as Readonly<Record<string, Json>>;
  return Object.fromEntries(
    Object.entries(fields as Fields).filter(
      ([name, value]) => !(name in standard) || JSON.stringify(standard[name]) !== JSON.stringify(value),
    ),
  );
};

const mapped = <T extends object>(all: Readonly<Record<string, T>>, change: (one: T) => Fields): Fields =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));

/**
 * The comment at the end of a persona's page: what the page does not say in words. A text that stands on the page is not in it: in its place is a mark, by which an
 * unchanged line is told from a changed one. The bytes of a photograph are nowhere.
 */
export function dataComment(
  id: PersonaId,
  doc: PersonaDoc,
  ctx: WordsContext & { readonly isTranslated?: boolean },
): string {
  const infoSaid = saidInfo(doc);
  const said = new Set(shownBlocks(doc).flatMap((block) => entriesOf(doc, block.id).filter(isSaid)));
  const onPage = new Set([...said].map(({ block }) => block));
  const info = Object.entries({ ...doc.info, photo: null }).filter(([name]) => !infoSaid.includes(name));
  const data = {
    id,
    lang: ctx.lang,
    ...(ctx.isTranslated && { translated: true }),
    said: infoSaid,
    doc: {
      ...(inStableOrder(doc as unknown as AnyDoc) as object),
      info: without(Object.fromEntries(info), EMPTY_INFO),
      blocks: mapped(doc.blocks, (block) => {
        const isNoted = onPage.has(block.id) && block.note.trim() !== '';
        return without(isNoted ? { ...block, note: '' } : block, { ...PLAIN_BLOCK, id: block.id });
      }),
      entries: mapped(doc.entries, (entry) => {
        const { text, opposite, id: _, ...rest } = entry;
        if (!said.has(entry)) return without({ text, opposite, ...rest }, PLAIN_ENTRY);
        const isPair = doc.blocks[entry.block]?.kind === 'sliders' && opposite.trim() !== '';
        return { ...without({ ...rest, ...(!isPair && { opposite }) }, PLAIN_ENTRY), mark: markOf(text) };
      }),
      evidence: mapped(doc.evidence, (item) => {
        const { title, id: _, ...rest } = item;
        if (oneLine(title) === '') return without({ title, ...rest }, PLAIN_SOURCE);
        return { ...without(rest, PLAIN_SOURCE), mark: markOf(sourceText(item, ctx)) };
      }),
    },
  };
  return `<!-- personarium ${safeInComment(JSON.stringify(data))} -->`;
}

/** JSON in which nothing ends a comment, nor looks like a tag. */
const safeInComment = (json: string): string =>
  json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('--', '-\\u002d');

/** What a comment says: a whole persona but for the texts that stand on its page. */
export interface PageData {
  readonly id: PersonaId;
  readonly lang: Lang;
  readonly isTranslated: boolean;
  /** Names of the fields of `info` that stand on the page. */
  readonly said: ReadonlySet<string>;
  readonly doc: PersonaDoc;
  /** Marks of entries and of sources, by their id: those whose text stands on the page. */
  readonly marks: Readonly<Record<'entries' | 'evidence', ReadonlyMap<string, string>>>;
}

const isObject = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the JSON of such a comment, which may be damaged or mean harm: migrated and valid, or one failure (`file-newer`, `file-invalid`). `name` is the file's name, `where`
 * the persona's place in it, for messages.
 */
export function readPageData(json: string, name: string, where: string): Result<PageData> {
  const wrong = () => fail({ code: 'file-invalid', name, where, reason: 'schema' } as const);
  const parsed = parseJson(strToU8(json), name, where);
  if (!parsed.ok) return parsed;
  const data = parsed.value;
  if (!isObject(data) || !isId(data.id) || !isObject(data.doc) || data.doc.kind !== 'persona') return wrong();
  const lang = LANGUAGES.find((known) => known === data.lang);
  const entries = filled(data.doc.entries, PLAIN_ENTRY);
  const evidence = filled(data.doc.evidence, PLAIN_SOURCE);
  const blocks = filled(data.doc.blocks, PLAIN_BLOCK);
  const said = data.said;
  if (!lang || !isNames(said) || !entries || !evidence || !blocks || !isObject(data.doc.info)) return wrong();
  const raw = {
    ...data.doc,
    info: { ...(EMPTY_INFO as unknown as Fields), ...data.doc.info },
    blocks: blocks.all,
    entries: entries.all,
    evidence: evidence.all,
  };
  const read = readDoc(raw as Record<string, Json>, data.id, name);
  if (!read.ok) return read.error.code === 'file-invalid' ? wrong() : read;
  return ok({
    id: data.id as unknown as PersonaId,
    lang,
    isTranslated: data.translated === true,
    said: new Set(said),
    doc: read.value as unknown as PersonaDoc,
    marks: { entries: entries.marks, evidence: evidence.marks },
  });
}

const isNames = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

interface Filled {
  readonly all: Fields;
  readonly marks: ReadonlyMap<string, string>;
}

/** Entities with the fields that went without saying, and their marks apart; null for what is none. */
function filled(all: Json | undefined, plain: object): Filled | null {
  if (!isObject(all)) return null;
  const marks = new Map<string, string>();
  const whole: [string, Json][] = [];
  for (const [id, one] of Object.entries(all)) {
    if (!isObject(one)) return null;
    const { mark, ...fields } = one;
    if (typeof mark === 'string') marks.set(id, mark);
    else if (mark !== undefined) return null;
    whole.push([id, { ...(plain as Fields), ...fields, id }]);
  }
  return { all: Object.fromEntries(whole), marks };
}

/** What a page is read with. */
export interface PageContext {
  readonly newId: NewId;
  /** Language of the page. */
  readonly lang: Lang;
  /** What its comment says; null for a page that was written by hand. */
  readonly data: PageData | null;
}
