import type { BoardId, StageId } from '@shared/base/ids';
import { describe, expect, it } from 'vitest';
import type { OtherBoard, OtherBoards } from '@/session/otherBoards';
import { detailedHere, leadsBack } from './detailMaps';

const asId = (id: string) => id as BoardId;

/** Journeys by their letters, each with the maps that tell its stages in detail. */
function othersOf(self: string, maps: Readonly<Record<string, readonly string[]>>): OtherBoards {
  const boards = Object.entries(maps)
    .filter(([id]) => id !== self)
    .map(([id, details]) => ({
      id: asId(id),
      kind: 'journey-map' as const,
      title: `Carte ${id}`,
      stages: details.map((detail, at) => ({
        id: `${id}${at}` as StageId,
        title: `Étape ${at}`,
        duration: '',
        moments: [],
        detail: detail ? asId(detail) : null,
      })),
    }));
  return {
    self: asId(self),
    list: () => boards,
    read: async (id: BoardId) => (boards.find((one) => one.id === id) ?? null) as OtherBoard | null,
  } as unknown as OtherBoards;
}

describe('maps that detail stages of others', () => {
  it('knows the stages that a map details, on whatever map they are', async () => {
    const found = await detailedHere(othersOf('d', { a: ['', 'd'], b: ['d'], c: ['a'], d: [] }));
    expect(found.map(({ boardTitle, stageId, number }) => [boardTitle, stageId, number])).toEqual([
      ['Carte a', 'a1', 2],
      ['Carte b', 'b0', 1],
    ]);
    expect(await detailedHere(othersOf('c', { a: ['', 'd'], c: ['a'], d: [] }))).toEqual([]);
  });

  it('tells a link that would close a circle, of any length', async () => {
    expect(await leadsBack(othersOf('a', { a: [], b: ['a'] }), asId('b'))).toBe(true);
    expect(await leadsBack(othersOf('a', { a: [], b: ['', 'c'], c: ['d'], d: ['a'] }), asId('b'))).toBe(true);
    expect(await leadsBack(othersOf('a', { a: ['c'], b: ['c'], c: [] }), asId('b'))).toBe(false);
  });

  it('ends on maps that already go round in a circle, or lead to one that is gone', async () => {
    expect(await leadsBack(othersOf('a', { a: [], b: ['c'], c: ['b', 'gone'] }), asId('b'))).toBe(false);
  });
});
