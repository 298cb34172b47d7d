import { FACT_IDS, type FactId } from '../boards/persona/blocks';
import { PERSONA_KINDS, type PersonaDoc, type PersonaInfo, type PersonaKind } from '../boards/persona/model';
import { slotOf } from '../boards/persona/order';
import { factLabel } from '../boards/persona/words';
import { LANGUAGES, translator } from '../i18n/translate';
import { cleanText } from '../model/cleanText';
import { MAX_TAG, MAX_TAGS } from '../model/note';
import { keyOfLabel, labelledLine, labelsOf } from './markdownLines';
import type { MarkdownPage, MarkdownPiece } from './markdownPages';
import { placesOf, plainText } from './markdownText';
import { MORE_FACTS, type PageContext } from './personaMarkdownData';

type Said = FactId | (typeof MORE_FACTS)[number] | 'kind' | 'tags' | 'strength';

/** What a label of the app stands for. */
const STANDARD: ReadonlyMap<string, Said> = new Map([
  ...FACT_IDS.flatMap((id) => labelsOf(`persona.fact.${id}`).map((label) => [label, id] as const)),
  ...labelsOf('persona.fact.ageGender').map((label) => [label, 'age'] as const),
  ...([...MORE_FACTS, 'kind', 'tags'] as const).flatMap((name) =>
    labelsOf(`persona.change.${name}`).map((label) => [label, name] as const),
  ),
  // It is computed, never read.
  ...labelsOf('library.facet.strength').map((label) => [label, 'strength'] as const),
]);

/** True for a line that begins with a label of the app. */
export const isFactLabel = (line: string): boolean => STANDARD.has(labelledLine(line.trim())?.label ?? '');

const KINDS: ReadonlyMap<string, PersonaKind> = new Map(
  PERSONA_KINDS.flatMap((kind) =>
    [...labelsOf(`persona.kind.${kind}`), ...labelsOf(`library.value.${kind}`), kind].map(
      (word) => [word, kind] as const,
    ),
  ),
);

const UNNAMED: ReadonlySet<string> = new Set(labelsOf('persona.unnamed'));

interface Intro {
  readonly doc: PersonaDoc;
  /** What is neither a fact nor the formula nor the quotation. */
  readonly left: readonly MarkdownPiece[];
}

/** The persona with its name, and with what stands above the headings of its page. */
export function withIntro(base: PersonaDoc, { heading, intro }: MarkdownPage, { data }: PageContext): Intro {
  const info: Record<string, unknown> = { ...base.info };
  const name = cleanText(plainText(heading));
  // A persona without a name stands under a heading that says so.
  if (!data || data.said.has('name') || !UNNAMED.has(keyOfLabel(name))) info.name = name;
  const labels = ownLabels(base, data?.said ?? new Set());
  const left: MarkdownPiece[] = [];
  let quote: string | null = null;
  let tagline: string | null = null;
  for (const piece of intro) {
    if (piece.kind === 'quote' && quote === null) {
      quote = cleanText(plainText(piece.raw));
      continue;
    }
    // Paragraphs say facts only where hands wrote the page: ours are a list.
    if ((piece.kind === 'item' || (piece.kind === 'paragraph' && !data)) && takeFacts(info, piece, labels)) continue;
    if (piece.kind === 'paragraph' && tagline === null) tagline = cleanText(plainText(piece.raw));
    else left.push(piece);
  }
  return {
    doc: {
      ...base,
      info: { ...info, ...(quote !== null && { quote }), ...(tagline !== null && { tagline }) } as PersonaInfo,
    },
    left,
  };
}

/** Facts by what a persona calls them, those that stand on its page first: each line is one of them. */
function ownLabels(doc: PersonaDoc, said: ReadonlySet<string>): Map<string, FactId[]> {
  const labels = new Map<string, FactId[]>();
  const isSaid = (id: FactId) => said.has(id);
  for (const id of [...FACT_IDS.filter(isSaid), ...FACT_IDS.filter((one) => !isSaid(one))]) {
    if (!slotOf(doc, id).visible) continue;
    const names = LANGUAGES.map((lang) => keyOfLabel(factLabel(doc, id, { t: translator(lang) })));
    for (const name of new Set(names)) labels.set(name, [...(labels.get(name) ?? []), id]);
  }
  return labels;
}

/** Takes what a piece says of facts, a label each line or one for all of it; false for a piece that says none. */
function takeFacts(info: Record<string, unknown>, piece: MarkdownPiece, own: Map<string, FactId[]>): boolean {
  const whole = labelledLine(piece.raw);
  const isMany = piece.kind === 'paragraph' && piece.lines.length > 1 && piece.lines.every(isFactLabel);
  const lines = isMany ? piece.lines.map((line) => labelledLine(line.trim())) : [whole];
  let isTaken = false;
  for (const line of lines) {
    if (!line) continue;
    const said = own.get(line.label)?.shift() ?? STANDARD.get(line.label);
    if (!said) continue;
    isTaken = true;
    takeFact(info, said, line.raw.replace(/(?: {2}|\\)$/, ''));
  }
  return isTaken;
}

function takeFact(info: Record<string, unknown>, said: Said, raw: string): void {
  const text = cleanText(plainText(raw));
  if (said === 'strength') return;
  if (said === 'tags') info.tags = tagsOf(raw);
  else if (said === 'kind') info.kind = KINDS.get(keyOfLabel(text)) ?? info.kind;
  else if (said !== 'lastReviewed' || /^\d{4}-\d{2}-\d{2}$/.test(text)) info[said] = text;
}

/** Tags, between commas that part them. */
function tagsOf(raw: string): readonly string[] {
  const places = [-1, ...placesOf(raw, ','), raw.length];
  const parts = places.slice(1).map((at, index) => plainText(raw.slice((places[index] ?? -1) + 1, at).trim()));
  const tags = parts.map((part) => cleanText(part).slice(0, MAX_TAG));
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MAX_TAGS);
}
