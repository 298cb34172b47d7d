import type { RedactOption } from './choices';

/** Kinds of changes: one for each choice, and the words that the person asked for. */
export type ChangeKind = RedactOption | 'words';

/** A part of a text that is replaced. */
export interface Span {
  readonly at: number;
  readonly length: number;
  readonly to: string;
  readonly kind: ChangeKind;
}

/** Finds what shall be replaced in a text: parts that do not overlap, in order. */
export type Finder = (text: string) => readonly Span[];

export interface Replaced {
  readonly text: string;
  readonly kinds: ReadonlySet<ChangeKind>;
  /** What was left as it is, in order. */
  readonly left: readonly string[];
}

/** Replaces what the finders find, one after the other: what one has replaced the next does not see. */
export function replaceAll(text: string, finders: readonly Finder[]): Replaced {
  const kinds = new Set<ChangeKind>();
  let parts: readonly { readonly text: string; readonly isNew: boolean }[] = [{ text, isNew: false }];
  for (const find of finders) {
    parts = parts.flatMap((part) => {
      const spans = part.isNew ? [] : find(part.text);
      if (spans.length === 0) return [part];
      const pieces = [];
      let from = 0;
      for (const { at, length, to, kind } of spans) {
        kinds.add(kind);
        pieces.push({ text: part.text.slice(from, at), isNew: false }, { text: to, isNew: true });
        from = at + length;
      }
      pieces.push({ text: part.text.slice(from), isNew: false });
      return pieces.filter((piece) => piece.isNew || piece.text !== '');
    });
  }
  return {
    text: parts.map((part) => part.text).join(''),
    kinds,
    left: parts.filter(({ isNew }) => !isNew).map((part) => part.text),
  };
}
