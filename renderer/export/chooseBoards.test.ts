import type { BoardId } from '@shared/base/ids';
import type { BoardRef } from '@shared/model/workshop';
import { describe, expect, it } from 'vitest';
import { chooseBoards } from './chooseBoards';

const board = (id: string, title: string): BoardRef => ({ id: id as BoardId, kind: 'journey-map', title, order: id });
const boards = [board('a1', 'Parcours actuel'), board('b2', 'Parcours\u00A0cible'), board('c3', '1')];
const idsOf = (words: readonly string[]) => {
  const chosen = chooseBoards(boards, words);
  return chosen.ok ? chosen.value.map(({ id }) => id) : chosen.error;
};

describe('chooseBoards', () => {
  it('takes all boards when none is named', () => {
    expect(idsOf([])).toEqual(['a1', 'b2', 'c3']);
  });

  it('knows titles whatever their case and spaces, ids and positions, each once', () => {
    expect(idsOf(['parcours cible', 'a1', '2'])).toEqual(['b2', 'a1']);
  });

  it('prefers a title to a position', () => {
    expect(idsOf(['1'])).toEqual(['c3']);
    expect(idsOf(['3'])).toEqual(['c3']);
  });

  it('takes personas only by name, id or the positions behind the boards', () => {
    const people = [board('p1', 'Solène Marchand')];
    const chosen = (...words: readonly string[]) => {
      const found = chooseBoards(boards, words, people);
      return found.ok ? found.value.map(({ id }) => id) : found.error;
    };
    expect(chosen()).toEqual(['a1', 'b2', 'c3']);
    expect(chosen('solène marchand', '4', 'p1')).toEqual(['p1']);
  });

  it('tells the word that names no board', () => {
    expect(idsOf(['Parcours actuel', 'nowhere'])).toBe('nowhere');
    expect(idsOf(['0'])).toBe('0');
  });
});
