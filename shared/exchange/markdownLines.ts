import type { BLOCK_KINDS, BlockKind } from '../boards/persona/blocks';
import { LANGUAGES, type Lang, type MessageKey, translator } from '../i18n/translate';
import { EVIDENCE_KINDS, type EvidenceKind } from '../model/evidence';
import type { MarkdownPiece } from './markdownPages';
import { placesOf, plainText } from './markdownText';
import { fitted } from './personaCells';

/** A heading or a label as it is looked for: without case, double spaces and a colon at its end. */
export const keyOfLabel = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[ :]+$/, '')
    .trimStart();

/** A message in both languages, as labels are looked for. */
export const labelsOf = (key: MessageKey): readonly string[] =>
  LANGUAGES.map((lang) => keyOfLabel(translator(lang)(key)));

/** A line `Label: text`: its label as it is looked for, and its text, both with and without marks. */
export interface LabelledLine {
  readonly label: string;
  readonly raw: string;
}

/** The label of a line and what stands behind it; null for a line without one. */
export function labelledLine(raw: string): LabelledLine | null {
  const bold = /^\*\*((?:\\[\s\S]|[^\\*])+)\*\*\s*([\s\S]*)$/.exec(raw);
  const inner = (bold?.[1] ?? '').trim();
  if (bold && (/^:/.test(bold[2] ?? '') || /:$/.test(inner)))
    return { label: keyOfLabel(plainText(inner)), raw: (bold[2] ?? '').replace(/^:[ \u00A0]*/, '') };
  const [at] = placesOf(raw, ':');
  return at === undefined || at > 200
    ? null
    : { label: keyOfLabel(plainText(raw.slice(0, at))), raw: raw.slice(at + 1).replace(/^[ \u00A0]+/, '') };
}

/** What is said to be behind a claim: its kind of proof, and numbers of sources. */
export interface SaidProof {
  readonly evidence: EvidenceKind | null;
  readonly numbers: readonly number[];
  /** As it stands in the line. */
  readonly text: string;
}

const PROOFS = new Map(
  EVIDENCE_KINDS.flatMap((kind) => labelsOf(`journey.evidence.${kind}`).map((label) => [label, kind] as const)),
);

/** A line and the proof at its end; null where there is none. */
export function withoutProof(raw: string): readonly [string, SaidProof | null] {
  const at = raw.endsWith(')*') ? raw.lastIndexOf('*(') : -1;
  if (at < 0 || (at > 0 && raw[at - 1] !== ' ')) return [raw, null];
  const text = raw.slice(at);
  let evidence: EvidenceKind | null = null;
  const numbers: number[] = [];
  for (const part of text.slice(2, -2).split(',')) {
    const word = keyOfLabel(part);
    const kind = PROOFS.get(word);
    if (kind) evidence = kind;
    else if (/^\d{1,9}$/.test(word)) numbers.push(Number(word));
    else return [raw, null];
  }
  return [raw.slice(0, at).replace(/ $/, ''), { evidence, numbers, text }];
}

/** What a line of a block says. */
export interface SaidLine {
  readonly text: string;
  readonly opposite: string;
  /** The figure as it stands there; null where the line has none. */
  readonly figure: string | null;
  readonly value: number | null;
  readonly unit: string;
  readonly proof: SaidProof | null;
}

const UNMEASURED: ReadonlySet<string> = new Set(labelsOf('persona.unmeasured'));
const FIGURE = /^([-−]?\d[\d\u202F\u00A0.,]*)(?: ?\/ ?100$)?\s*([\s\S]*)$/;

/** Reads one line of a block of a kind; numbers as a language writes them. */
export function lineSaid(piece: MarkdownPiece, kind: BlockKind, lang: Lang): SaidLine {
  const [raw, proof] = withoutProof(piece.raw.replace(/^> ?/, ''));
  const plain = { text: plainText(raw), opposite: '', figure: null, value: null, unit: '', proof };
  if (kind !== 'channels' && kind !== 'number' && kind !== 'sliders') return plain;
  const at = placesOf(raw, ':').findLast((place) => isFigure(raw.slice(place + 1).replace(/^[ \u00A0]+/, '')));
  const words = at === undefined ? raw : raw.slice(0, at).replace(/[ \u00A0]+$/, '');
  const figure = at === undefined ? null : raw.slice(at + 1).replace(/^[ \u00A0]+/, '');
  const [, digits = '', unit = ''] = FIGURE.exec(plainText(figure ?? '')) ?? [];
  const number = numberOf(digits, lang);
  const value = number === null ? null : fitted(number, kind);
  if (kind !== 'sliders') return { ...plain, text: plainText(words), figure, value, unit };
  const [slash] = placesOf(words, '/');
  if (slash === undefined) return { ...plain, text: plainText(words), figure, value };
  const [text, opposite] = [words.slice(0, slash), words.slice(slash + 1)];
  return {
    ...plain,
    text: plainText(text.replace(/ $/, '')),
    opposite: plainText(opposite.replace(/^ /, '')),
    figure,
    value,
  };
}

const isFigure = (raw: string): boolean => FIGURE.test(plainText(raw)) || UNMEASURED.has(unmeasuredPart(raw));

/** What may say that a figure is not known: a unit may stand behind it. */
const unmeasuredPart = (raw: string): string => {
  const text = keyOfLabel(plainText(raw));
  return [...UNMEASURED].find((word) => text === word || text.startsWith(`${word} `)) ?? '';
};

/** A number as it is written in a language; null for what is none. */
function numberOf(digits: string, lang: Lang): number | null {
  const bare = digits
    .replace(/[\u202F\u00A0]/g, '')
    .replace('−', '-')
    .replace(/[.,]+$/, '');
  if (bare === '') return null;
  const isGrouped = lang === 'en' && /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare);
  const number = Number(isGrouped ? bare.replaceAll(',', '') : bare.replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

/** The kind of a block by what stands under its heading. */
export function kindOfPieces(pieces: readonly MarkdownPiece[]): (typeof BLOCK_KINDS)[number] {
  if (pieces.length > 0 && pieces.every(({ kind }) => kind === 'quote')) return 'quotes';
  return pieces.length > 0 && pieces.every(({ kind }) => kind === 'paragraph') ? 'text' : 'list';
}
