import type { OutlineNode } from '@shared/boards/boardKind';
import { describe, expect, it } from 'vitest';
import { countNodes, findByLetters, outlineRows, pathTo } from './outlineRows';

const node = (id: string, label: string, children: OutlineNode[] = []): OutlineNode => ({
  target: { kind: 'note', id },
  label,
  children,
});
const tree = node('root', 'Parcours', [
  node('a', 'Étape 1', [node('a1', 'Action'), node('a2', 'Irritant')]),
  node('b', 'Étape 2'),
]);

describe('outline rows', () => {
  it('tells level and place of every node', () => {
    expect(
      outlineRows(tree, new Set()).map(({ key, level, position, siblings }) => [key, level, position, siblings]),
    ).toEqual([
      ['note:root', 1, 1, 1],
      ['note:a', 2, 1, 2],
      ['note:a1', 3, 1, 2],
      ['note:a2', 3, 2, 2],
      ['note:b', 2, 2, 2],
    ]);
  });

  it('hides what is under a collapsed node', () => {
    const rows = outlineRows(tree, new Set(['note:a']));
    expect(rows.map(({ key, expanded }) => [key, expanded])).toEqual([
      ['note:root', true],
      ['note:a', false],
      ['note:b', null],
    ]);
  });

  it('knows the way to a node', () => {
    expect(pathTo(tree, 'note:a2')).toEqual(['note:root', 'note:a']);
    expect(pathTo(tree, 'note:none')).toEqual([]);
    expect(countNodes(tree)).toBe(5);
  });

  it('finds by first letters, around the end', () => {
    const rows = outlineRows(tree, new Set());
    expect(findByLetters(rows, 0, 'é')?.key).toBe('note:a');
    expect(findByLetters(rows, 1, 'é')?.key).toBe('note:b');
    expect(findByLetters(rows, 4, 'irr')?.key).toBe('note:a2');
    expect(findByLetters(rows, 0, 'x')).toBeNull();
  });
});
