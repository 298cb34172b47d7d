/** Characters shown before and after what differs, and most of what differs. */
const AROUND = 28;
const MOST = 140;

/** The part of two texts in which they differ, with a little of what stands around it. */
export function excerpts(from: string, to: string): { readonly from: string; readonly to: string } {
  const least = Math.min(from.length, to.length);
  let start = 0;
  while (start < least && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < least - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  const cut = (text: string): string => {
    const first = wordStart(text, Math.max(0, start - AROUND));
    const last = Math.min(text.length, text.length - end + AROUND, first + MOST);
    const isCut = last < text.length;
    const words = text.slice(first, last).replace(/\s+/g, ' ');
    return `${first > 0 ? '…' : ''}${isCut ? words.replace(/ \S*$/, '') : words}${isCut ? '…' : ''}`;
  };
  return { from: cut(from), to: cut(to) };
}

/** The next word from there on; nothing is shown from its middle. */
function wordStart(text: string, at: number): number {
  const gap = text.slice(at).search(/\s/);
  return at === 0 || gap < 0 || gap > AROUND ? at : at + gap + 1;
}
