import { type AssetHash, type BoardId, type ClusterId, ID_PATTERN, isId } from '../base/ids';
import { z } from '../base/schema';
import { asFlag, asNumber, asOneOf, asText, type Cleaners, orNull, parsed } from './cleanFields';
import { cleanText } from './cleanText';
import { EVIDENCE_KINDS, evidenceKind } from './evidence';
import { idOf, orderKey, text } from './fields';
import { peek } from './orderKey';

/** The six papers of `tokens.json`; each stands for a family of notes. */
export const NOTE_COLORS = ['craie', 'ciel', 'jonquille', 'lilas', 'corail', 'menthe'] as const;
export type NoteColor = (typeof NOTE_COLORS)[number];

/** Most tags of one note, and longest tag in UTF-16 units. */
export const MAX_TAGS = 20;
export const MAX_TAG = 60;
/** Most links of one note. */
export const MAX_LINKS = 50;

/** A picture on a note: its asset and its size in pixels, so that a layout needs no decoded picture. */
export const noteImage = z.strictObject({
  asset: z.string().regex(/^[0-9a-f]{64}$/) as unknown as z.ZodType<AssetHash, AssetHash>,
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  /** What it shows, for those who do not see it. */
  alt: text,
});

/** A field that holds a picture, or none. */
export const pictureField = noteImage.nullable();

/** A field that holds tags. */
export const tagList = z.array(z.string().min(1).max(MAX_TAG)).max(MAX_TAGS);

/** Where a thing comes from or what it answers: something on a board of the same workshop. The other end finds it by looking who links to it. */
export const noteLink = z.strictObject({
  board: idOf<BoardId>(),
  kind: z.string().min(1).max(40),
  id: z.string().regex(ID_PATTERN),
});

/** Fields of a sticky note on every kind of board, apart from where it stands. */
export const noteShape = {
  text,
  /** Null takes the paper of the place it stands in. */
  color: z.enum(NOTE_COLORS).nullable(),
  evidence: evidenceKind.nullable(),
  source: text,
  /** Initials or name of who wrote it. */
  author: text,
  votes: z.int().min(0).max(9999),
  locked: z.boolean(),
  tags: tagList,
  image: pictureField,
  /** The group it stands in, if any. */
  clusterId: idOf<ClusterId>().nullable(),
  links: z.array(noteLink).max(MAX_LINKS),
};

const noteFields = z.strictObject(noteShape);
export type NoteImage = z.infer<typeof noteImage>;
export type NoteLink = z.infer<typeof noteLink>;
/** What a note says of itself on every kind of board. */
export type CommonNoteFields = z.infer<typeof noteFields>;

/** A group of notes under a title. Its notes name it; its place among them is its own order key. */
export const clusterShape = {
  id: idOf<ClusterId>(),
  title: text,
  order: orderKey,
  /** Shown as its title and the number of its notes. */
  folded: z.boolean(),
};

/** A note that says nothing yet. */
export const EMPTY_NOTE: CommonNoteFields = {
  text: '',
  color: null,
  evidence: null,
  source: '',
  author: '',
  votes: 0,
  locked: false,
  tags: [],
  image: null,
  clusterId: null,
  links: [],
};

const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();
const asTag = (value: unknown): string => oneLine(asText(oneLine(asText(value) ?? '').slice(0, MAX_TAG)) ?? '');

/** Tags without doubles, spaces around them or control characters, each at most `MAX_TAG` long. */
export const asTags = (value: unknown): CommonNoteFields['tags'] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const clean = value.map((tag) => asTag(tag));
  return [...new Set(clean.filter((tag) => tag !== ''))].slice(0, MAX_TAGS);
};
const asId = (value: unknown): ClusterId | null | undefined =>
  value === null ? null : isId(value) ? (value as ClusterId) : undefined;

/** A picture with its text cleaned; undefined for what is none. */
export const asImage = (value: unknown): CommonNoteFields['image'] | undefined => {
  const image = parsed(pictureField)(value);
  return image ? { ...image, alt: cleanText(image.alt) } : image;
};

/** Links that are none are left out with all the others: what cannot be taken leaves the field as it was. */
export const asLinks = parsed(z.array(noteLink).max(MAX_LINKS));

/** How the fields that every note has are brought into range; what cannot be is left as it was. */
export const NOTE_CLEANERS: Cleaners<CommonNoteFields> = {
  text: asText,
  color: orNull(asOneOf(NOTE_COLORS)),
  evidence: orNull(asOneOf(EVIDENCE_KINDS)),
  source: asText,
  author: asText,
  votes: asNumber(0, 9999, 1),
  locked: asFlag,
  tags: asTags,
  image: asImage,
  clusterId: asId,
  links: asLinks,
};

type Linking = Record<string, { readonly id: string; links: CommonNoteFields['links'] }>;

/** Links that lead into a document lead into another one, or are gone, on every one of these entities. */
export function swapLinks(all: Linking, from: string, to: string | null): void {
  for (const { id, links } of Object.values(peek(all))) {
    const writable = links.some(({ board }) => (board as string) === from) ? all[id] : undefined;
    if (!writable) continue;
    writable.links = links.flatMap((link) =>
      (link.board as string) !== from ? [{ ...link }] : to === null ? [] : [{ ...link, board: to as BoardId }],
    );
  }
}

/** True when two links lead to the same thing. */
export const sameLink = (a: NoteLink, b: NoteLink): boolean =>
  a.board === b.board && a.kind === b.kind && a.id === b.id;
