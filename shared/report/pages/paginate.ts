/** Something that stands on one page as a whole, in any unit of length. */
export interface Packed {
  readonly height: number;
  /** Space above it; none at the top of a page. */
  readonly gap: number;
  /** It is not the last thing of its page: what follows stands with it. */
  readonly keepsNext: boolean;
  /** Rows of one table have the same number; what a table begins with stands again at the top of each page it runs over. */
  readonly table: number | null;
  /** It is the head of its table. */
  readonly isHead: boolean;
}

/** An item at its place: `y` is its upper edge, from the top of the room. */
export interface Standing {
  readonly index: number;
  readonly y: number;
  /** The head of a table once more. */
  readonly isAgain: boolean;
}

/**
 * Packs items into pages of one height, in order. No item is cut, none stands lower than the room has it, and no page is empty; an item that keeps its next one
 * goes to the next page with it. Given that every item fits a page (with the head of its table above it), every page fits its room.
 */
export function paginate(items: readonly Packed[], room: number): readonly (readonly Standing[])[] {
  const heads = new Map<number, number>();
  items.forEach((item, index) => {
    if (item.isHead && item.table !== null) heads.set(item.table, index);
  });
  const pages: Standing[][] = [];
  let page: Standing[] = [];
  let y = 0;
  const turn = (): void => {
    if (page.length > 0) pages.push(page);
    page = [];
    y = 0;
  };
  const stand = (index: number): void => {
    const item = items[index];
    if (!item) return;
    const head = item.table === null || item.isHead ? undefined : heads.get(item.table);
    if (page.length === 0 && head !== undefined && head < index) {
      page.push({ index: head, y: 0, isAgain: true });
      y = items[head]?.height ?? 0;
    }
    const top = page.length === 0 ? 0 : y + item.gap;
    page.push({ index, y: top, isAgain: false });
    y = top + item.height;
  };
  for (let from = 0; from < items.length; ) {
    let to = from;
    while (items[to]?.keepsNext && to + 1 < items.length) to++;
    const chain = items.slice(from, to + 1);
    const height = chain.reduce((sum, item, at) => sum + item.height + (at > 0 || page.length > 0 ? item.gap : 0), 0);
    if (page.length > 0 && y + height > room) turn();
    for (let index = from; index <= to; index++) {
      const item = items[index];
      // A chain longer than a page is parted where it must be.
      if (item && page.length > 0 && y + item.gap + item.height > room) turn();
      stand(index);
    }
    from = to + 1;
  }
  turn();
  return pages;
}
