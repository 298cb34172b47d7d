/** How high the highest column is, and how uneven the columns are. */
interface Cost {
  readonly highest: number;
  readonly squares: number;
  readonly cut: number;
}

const better = (a: Cost, b: Cost | undefined): boolean =>
  !b || a.highest < b.highest - 0.01 || (a.highest < b.highest + 0.01 && a.squares < b.squares - 0.01);

/**
 * Cuts a run of heights into at most `count` columns that keep the order: the highest column as low as it can be, and then the columns as
 * even as they can be. Linear partition by dynamic programming. Returns the first index of each column; the columns may be fewer.
 */
export function cutColumns(heights: readonly number[], count: number): readonly number[] {
  const n = heights.length;
  const most = Math.min(Math.max(1, count), Math.max(1, n));
  const sums = [0];
  for (const height of heights) sums.push((sums[sums.length - 1] ?? 0) + height);
  const between = (from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  let row: Cost[] = Array.from({ length: n + 1 }, (_, end) => {
    const h = between(0, end);
    return { highest: h, squares: h * h, cut: 0 };
  });
  const rows: Cost[][] = [row];
  for (let column = 1; column < most; column++) {
    const before = row;
    row = before.map((alone, end) => {
      let best: Cost = { ...alone, cut: end };
      for (let cut = column; cut < end; cut++) {
        const left = before[cut];
        if (!left) continue;
        const h = between(cut, end);
        const cost = { highest: Math.max(left.highest, h), squares: left.squares + h * h, cut };
        if (better(cost, best)) best = cost;
      }
      return best;
    });
    rows.push(row);
  }
  const starts: number[] = [];
  let end = n;
  for (let column = rows.length - 1; column >= 0; column--) {
    const cut = rows[column]?.[end]?.cut ?? 0;
    if (cut < end) starts.unshift(cut);
    end = cut;
  }
  return starts.length > 0 ? starts : [0];
}
