import type { Box } from './primitives';

const CELL = 120;

const cellsOf = function* (box: Box): Generator<string> {
  const right = Math.floor((box.x + box.w) / CELL);
  const bottom = Math.floor((box.y + box.h) / CELL);
  for (let column = Math.floor(box.x / CELL); column <= right; column++) {
    for (let row = Math.floor(box.y / CELL); row <= bottom; row++) yield `${column},${row}`;
  }
};

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Answers whether a box overlaps any box added before, on a coarse grid so that thousands stay cheap. */
export class OverlapIndex {
  private readonly cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  hits(box: Box): boolean {
    if (this.cells.size === 0) return false;
    for (const cell of cellsOf(box)) {
      if (this.cells.get(cell)?.some((other) => overlaps(other, box))) return true;
    }
    return false;
  }
}
