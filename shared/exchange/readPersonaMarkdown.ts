import { generateNKeysBetween } from 'fractional-indexing';
import type { BlockId, EntryId, EvidenceId, NewId, PersonaId } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import { type BlockKind, STANDARD_BLOCK_IDS, STANDARD_BLOCKS } from '../boards/persona/blocks';
import { type Block, type Entry, type PersonaDoc, personaType } from '../boards/persona/model';
import { entriesOf, shownBlocks } from '../boards/persona/order';
import { EMPTY_INFO, personaFrom, presetTemplate } from '../boards/persona/templates';
import { blockTitle, valueText, type WordsContext } from '../boards/persona/words';
import { FILE_LIMITS, inMb } from '../file/limits';
import { decodeUtf8 } from '../file/parseJson';
import { LANGUAGES, type Lang, translator } from '../i18n/translate';
import { cleanText } from '../model/cleanText';
import { MAX_TEXT } from '../model/fields';
import { outOfLanguage } from '../translate/texts';
import { keyOfLabel, kindOfPieces, labelsOf, lineSaid, type SaidLine, type SaidProof } from './markdownLines';
import { type MarkdownPage, type MarkdownPiece, type MarkdownSection, markdownPages } from './markdownPages';
import { plainText } from './markdownText';
import { paired } from './pairing';
import { PLAIN_ENTRY, withBlock } from './personaCells';
import { MOST_PERSONAS } from './personaJson';
import { figureText, proofText } from './personaMarkdown';
import { isSaid, markOf, type PageContext, readPageData } from './personaMarkdownData';
import { isFactLabel, withIntro } from './personaMarkdownFacts';
import { SOURCE_HEADINGS, type Sources, withoutGone, withSources } from './personaMarkdownSources';
import type { ExchangedPersona, PersonaSet } from './personaSet';

/** Longest piece of Markdown that is looked at: every sign of a text may be written as an entity. */
const MOST_RAW = MAX_TEXT * 16;

const textOf = (bytes: Uint8Array): string | null => {
  const text = decodeUtf8(bytes);
  return text === null || text.includes('\0') ? null : text;
};

const standardBlocks = new Map(
  STANDARD_BLOCK_IDS.flatMap((id) => labelsOf(`persona.block.${id}`).map((label) => [label, id] as const)),
);

/** True for pages of personas: with a comment of ours, or with headings and labels that the app has. */
const isOfPersonas = (pages: readonly MarkdownPage[]): boolean =>
  pages.some(
    ({ data, intro, sections }) =>
      data !== null ||
      sections.some(({ heading }) => standardBlocks.has(keyOfLabel(plainText(heading)))) ||
      intro.flatMap(({ lines }) => lines.filter(isFactLabel)).length > 1,
  );

/** True for Markdown that `readPersonaMarkdown` takes for personas. */
export function isPersonaMarkdown(bytes: Uint8Array): boolean {
  const text = bytes.length > FILE_LIMITS.totalBytes ? null : textOf(bytes);
  return text !== null && isOfPersonas(markdownPages(text));
}

/**
 * Reads personas from Markdown: as `writePersonaMarkdown` writes it, whatever hands have changed in it since, or written by hand with the same headings in French or English
 * (`# Name`, lines `Label: text`, then `## Block` with its lines). What the text says counts over the comment of a page: a line that is there keeps its entry with
 * everything that belongs to it, a changed one too, a new one becomes an entry, one that is gone takes its entry along. Fails with `file-too-large`, `no-personas`, `file-newer`, or
 * `file-invalid` naming the line.
 */
export function readPersonaMarkdown(bytes: Uint8Array, newId: NewId, name: string): Result<PersonaSet> {
  if (bytes.length > FILE_LIMITS.totalBytes)
    return fail({ code: 'file-too-large', name, limitMb: inMb(FILE_LIMITS.totalBytes) });
  const text = textOf(bytes);
  const pages = text === null ? [] : withoutTitle(markdownPages(text));
  if (!isOfPersonas(pages)) return fail({ code: 'no-personas', name });
  if (pages.length > MOST_PERSONAS) return fail({ code: 'file-invalid', name, where: '#', reason: 'too-many' });
  const personas: ExchangedPersona[] = [];
  const ids = new Set<string>();
  for (const page of pages) {
    const where = `${page.line}`;
    const data = page.data === null ? ok(null) : readPageData(page.data, name, where);
    if (!data.ok) return data;
    const doc = isReadable(page)
      ? docOf(page, { newId, lang: data.value?.lang ?? langOf(page), data: data.value })
      : null;
    const checked = personaType.schema.safeParse(doc);
    if (!checked.success) return fail({ code: 'file-invalid', name, where, reason: 'schema' });
    const wanted = data.value?.id;
    const id = wanted && !ids.has(wanted) ? wanted : newId<PersonaId>();
    ids.add(id);
    personas.push({ id, doc: checked.data, state: null });
  }
  return ok({ personas, assets: {}, isWhole: false });
}

/** The pages but for a heading over all of them. */
function withoutTitle(pages: readonly MarkdownPage[]): readonly MarkdownPage[] {
  const [first] = pages;
  const isTitle = pages.length > 1 && first?.data === null && first.intro.length + first.sections.length === 0;
  return isTitle ? pages.slice(1) : pages;
}

/** False for a page with a text that no field holds. */
function isReadable({ heading, intro, sections }: MarkdownPage): boolean {
  const isShort = ({ raw }: Pick<MarkdownPiece, 'raw'>) => raw.length <= MOST_RAW && plainText(raw).length <= MAX_TEXT;
  return [
    ...intro,
    ...sections.flatMap((section) => [{ raw: section.heading }, ...section.pieces]),
    { raw: heading },
  ].every(isShort);
}

/** The language that a page by hand has its numbers in: the one that more of its headings are of. */
function langOf({ sections }: MarkdownPage): Lang {
  const keys = sections.map(({ heading }) => keyOfLabel(plainText(heading)));
  const count = (lang: Lang): number => {
    const t = translator(lang);
    const known = new Set(STANDARD_BLOCK_IDS.map((id) => keyOfLabel(t(`persona.block.${id}`))));
    return keys.filter((key) => known.has(key)).length;
  };
  return count('en') > count('fr') ? 'en' : 'fr';
}

const blank = (): PersonaDoc => {
  const page = personaFrom(presetTemplate('blank'), () => {
    throw new Error('the blank page has no blocks');
  });
  return { ...page, info: { ...EMPTY_INFO, template: 'blank' } };
};

function docOf(page: MarkdownPage, context: PageContext): PersonaDoc {
  const base = context.data?.doc ?? blank();
  const { doc: introduced, left } = withIntro(base, page, context);
  const [sections, sourcePieces] = sectionsOf(page, introduced, context);
  const found = withSources(introduced, sourcePieces, context);
  const doc = withoutGone(withSections(found.doc, sections, { ...context, base, sources: found, left }), found.gone);
  return context.data?.isTranslated ? outOfLanguage(doc, context.lang) : doc;
}

/** A heading with the block it stands for; null for one that is not there yet. */
interface SaidSection extends MarkdownSection {
  readonly block: Block | null;
}

/** The sections of a page with their blocks, and what stands under the sources. */
function sectionsOf(
  page: MarkdownPage,
  doc: PersonaDoc,
  { data }: PageContext,
): readonly [readonly SaidSection[], readonly MarkdownPiece[]] {
  const shown = shownBlocks(doc);
  const isOnPage = ({ id }: Block) => entriesOf(doc, id).some((entry) => data?.marks.entries.has(entry.id));
  const onPage = shown.filter(isOnPage);
  const keyOf = ({ heading }: MarkdownSection) => keyOfLabel(plainText(heading));
  const titlesOf = (block: Block) => LANGUAGES.map((lang) => keyOfLabel(blockTitle(block, { t: translator(lang) })));
  const titles = new Set(onPage.flatMap(titlesOf));
  // Blocks may be called like the sources: those come last.
  const isSources = (section: MarkdownSection) => SOURCE_HEADINGS.has(keyOf(section));
  const called = onPage.filter((block) => titlesOf(block).some((title) => SOURCE_HEADINGS.has(title)));
  const hasSources = page.sections.filter(isSources).length > called.length;
  const sources = hasSources ? page.sections.findLast(isSources) : undefined;
  const sections = page.sections.filter((section) => section !== sources);
  // A heading of another block, or of one that the app has, is no new title of what stood there.
  const others = new Map(
    shown.filter((block) => !isOnPage(block)).flatMap((block) => titlesOf(block).map((key) => [key, block])),
  );
  const isOther = (key: string) => !titles.has(key) && (others.has(key) || standardBlocks.has(key));
  const own = sections.filter((section) => !isOther(keyOf(section)));
  const partners = paired(onPage, own, titlesOf, keyOf);
  const blocks = new Map(own.map((section, place) => [section, partners[place] ?? null]));
  return [
    sections.map((section) => ({ ...section, block: blocks.get(section) ?? others.get(keyOf(section)) ?? null })),
    sources?.pieces ?? [],
  ];
}

interface SectionsContext extends PageContext {
  /** The persona as the comment has it. */
  readonly base: PersonaDoc;
  readonly sources: Sources;
  /** What stands above the headings and is none of the facts. */
  readonly left: readonly MarkdownPiece[];
}

function withSections(doc: PersonaDoc, sections: readonly SaidSection[], context: SectionsContext): PersonaDoc {
  const pieces = new Map<BlockId, readonly MarkdownPiece[]>();
  let blocks = doc.blocks;
  const say = (id: BlockId, more: readonly MarkdownPiece[]) => pieces.set(id, [...(pieces.get(id) ?? []), ...more]);
  const add = (id: BlockId, kind: Block['kind'], title: string) => {
    const known = blocks[id];
    blocks = known ? { ...blocks, [id]: { ...known, visible: true } } : withBlock({ ...doc, blocks }, id, kind, title);
  };
  if (context.left.length > 0) {
    add('biography' as BlockId, 'text', '');
    say('biography' as BlockId, context.left);
  }
  for (const { heading, block, pieces: own } of sections) {
    const title = cleanText(plainText(heading));
    const standard = standardBlocks.get(keyOfLabel(title));
    if (block) {
      const isSame = LANGUAGES.some(
        (lang) => keyOfLabel(blockTitle(block, { t: translator(lang) })) === keyOfLabel(title),
      );
      if (!isSame) blocks = { ...blocks, [block.id]: { ...block, title } };
      say(block.id, own);
    } else if (standard) {
      add(standard as BlockId, STANDARD_BLOCKS[standard].kind, '');
      say(standard as BlockId, own);
    } else if (own.length > 0) {
      const id = context.newId<BlockId>();
      add(id, kindOfPieces(own), title);
      say(id, own);
    }
  }
  let next: PersonaDoc = { ...doc, blocks };
  for (const { id } of Object.values(blocks)) next = withLines(next, id, pieces.get(id) ?? [], context);
  return next;
}

/** The persona with a block that says what stands under its heading. */
function withLines(
  doc: PersonaDoc,
  id: BlockId,
  pieces: readonly MarkdownPiece[],
  context: SectionsContext,
): PersonaDoc {
  const block = doc.blocks[id];
  if (!block) return doc;
  const marks = context.data?.marks.entries ?? new Map<string, string>();
  const own = entriesOf(doc, id);
  const before = own.filter((entry) => marks.has(entry.id));
  if (before.length === 0 && pieces.length === 0) return doc;
  const [said, note] = noteApart(pieces, block);
  const lines = said.map((piece) => lineSaid(piece, block.kind, context.lang)).filter(isSaid);
  const partners = paired(
    before,
    lines,
    (entry) => [marks.get(entry.id) ?? ''],
    (line) => markOf(cleanText(line.text)),
  );
  const kept = lines.map((line, at) => entryOf(line, partners[at] ?? null, id, context));
  const silent = own.filter((entry) => !marks.has(entry.id));
  const isSame = kept.length === before.length && kept.every((entry, at) => entry.id === before[at]?.id);
  const placed = isSame ? kept : inOrder([...kept, ...silent]);
  const entries = { ...doc.entries };
  for (const entry of before) delete entries[entry.id];
  for (const entry of placed) entries[entry.id] = entry;
  const blocks = note === null ? doc.blocks : { ...doc.blocks, [id]: { ...block, note } };
  return { ...doc, blocks, entries };
}

const inOrder = (entries: readonly Entry[]): readonly Entry[] => {
  const orders = generateNKeysBetween(null, null, entries.length);
  return entries.map((entry, at) => ({ ...entry, order: orders[at] ?? 'a0' }));
};

/** The small print of a block: a last paragraph in italics, or one under a list. */
function noteApart(
  pieces: readonly MarkdownPiece[],
  { kind }: Block,
): readonly [readonly MarkdownPiece[], string | null] {
  const last = pieces.at(-1);
  if (pieces.length < 2 || last?.kind !== 'paragraph') return [pieces, null];
  const rest = pieces.slice(0, -1);
  const italic = /^\*((?:\\[\s\S]|[^\\*])+)\*$/.exec(last.raw)?.[1];
  if (italic !== undefined) return [rest, cleanText(plainText(italic))];
  const isUnderList = kind !== 'text' && rest.every((piece) => piece.kind !== 'paragraph');
  return isUnderList ? [rest, cleanText(plainText(last.raw))] : [pieces, null];
}

/** The entry of a line: the one it was, with what the line says otherwise, or a new one. */
function entryOf(line: SaidLine, was: Entry | null, block: BlockId, context: SectionsContext): Entry {
  const { base, lang, sources, newId } = context;
  const ctx = { t: translator(lang), lang };
  const text = cleanText(line.text);
  const opposite = cleanText(line.opposite);
  if (!was) {
    const { value, unit, proof } = line;
    return {
      ...PLAIN_ENTRY,
      id: newId<EntryId>(),
      block,
      order: 'a0',
      text,
      opposite,
      value,
      unit,
      ...proofOf(proof, sources),
    };
  }
  const kind = base.blocks[block]?.kind ?? 'list';
  const isPair = kind === 'sliders';
  const isSameProof = (line.proof ? ` ${line.proof.text}` : '') === proofText(was, base, ctx);
  return {
    ...was,
    text,
    opposite: isPair && (opposite !== '' || was.opposite === '') ? opposite : was.opposite,
    ...(isSameFigure(line, was, kind, ctx)
      ? {}
      : { value: line.value, ...(!isPair && { unit: cleanText(line.unit) }) }),
    ...(isSameProof ? {} : proofOf(line.proof, sources)),
  };
}

/** True where a line says the figure that its entry has, as it is written; always in a block without figures. */
function isSameFigure(line: SaidLine, was: Entry, kind: BlockKind, ctx: WordsContext): boolean {
  if (kind === 'sliders') return line.figure === `${valueText(was, ctx)}${was.value === null ? '' : '/100'}`;
  return (kind !== 'channels' && kind !== 'number') || line.figure === figureText(was, ctx);
}

const proofOf = (proof: SaidProof | null, sources: Sources): Pick<Entry, 'evidence' | 'cites'> => ({
  evidence: proof?.evidence ?? null,
  cites: [...new Set((proof?.numbers ?? []).flatMap((number): EvidenceId[] => sources.numbered.get(number) ?? []))],
});
