import type { OutlineNode } from '@shared/boards/boardKind';
import type { Target } from '@shared/scene/primitives';
import { targetKey } from '@/canvas/targetIndex';

/** One line of the outline as it stands on screen. */
export interface OutlineRow {
  readonly key: string;
  readonly node: OutlineNode;
  readonly level: number;
  readonly parent: string | null;
  readonly expanded: boolean | null;
  readonly position: number;
  readonly siblings: number;
}

/** Rows on screen: children of a collapsed node are left out. */
export function outlineRows(root: OutlineNode, collapsed: ReadonlySet<string>): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const visit = (node: OutlineNode, level: number, parent: string | null, position: number, siblings: number): void => {
    const key = targetKey(node.target);
    const open = node.children.length === 0 ? null : !collapsed.has(key);
    rows.push({ key, node, level, parent, expanded: open, position, siblings });
    if (!open) return;
    for (const [at, child] of node.children.entries()) visit(child, level + 1, key, at + 1, node.children.length);
  };
  visit(root, 1, null, 1, 1);
  return rows;
}

/** The tree without the things that a view does not show, and what stands below them. */
export function withoutHidden(node: OutlineNode, isHidden: (target: Target) => boolean): OutlineNode {
  const children = node.children.filter((child) => !isHidden(child.target));
  const kept = children.map((child) => withoutHidden(child, isHidden));
  const isSame = kept.length === node.children.length && kept.every((child, at) => child === node.children[at]);
  return isSame ? node : { ...node, children: kept };
}

/** Keys of the nodes above a target, from the root; empty when it is not in the tree. */
export function pathTo(root: OutlineNode, key: string): readonly string[] {
  for (const child of root.children) {
    if (targetKey(child.target) === key) return [targetKey(root.target)];
    const below = pathTo(child, key);
    if (below.length > 0) return [targetKey(root.target), ...below];
  }
  return [];
}

export const countNodes = (node: OutlineNode): number =>
  node.children.reduce((sum, child) => sum + countNodes(child), 1);

/** The next row whose text starts with what was typed, looked for from a row on and around the end. */
export function findByLetters(rows: readonly OutlineRow[], from: number, typed: string): OutlineRow | null {
  const wanted = typed.toLocaleLowerCase();
  for (let step = 1; step <= rows.length; step++) {
    const row = rows[(from + step) % rows.length];
    if (row?.node.label.toLocaleLowerCase().startsWith(wanted)) return row;
  }
  return null;
}
