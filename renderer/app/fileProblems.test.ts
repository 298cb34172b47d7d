import type { AppError } from '@shared/base/appError';
import { beforeEach, describe, expect, it } from 'vitest';
import { notices } from '@/ui/notices';
import { groupProblems, showFileProblems } from './fileProblems';

const notOurs = (name: string): AppError => ({ code: 'file-not-ours', name });
const truncated = (name: string): AppError => ({ code: 'file-truncated', name });
const unreadable = (name: string): AppError => ({ code: 'file-unreadable', name, detail: 'EACCES' });
const tooLarge = (name: string): AppError => ({ code: 'file-too-large', name, limitMb: 1 });

const shown = () =>
  notices.getState().notices.map(({ title, text = '' }) => `${title} | ${text}`.replace(/\u00A0/g, ' '));

describe('files that were not opened', () => {
  beforeEach(() => notices.setState({ notices: [] }));

  it('are told of in three groups at most', () => {
    const all = [notOurs('a'), truncated('b'), notOurs('c'), unreadable('d'), tooLarge('e')];
    expect(groupProblems(all).map((group) => group.length)).toEqual([2, 1, 2]);
    expect(groupProblems([])).toEqual([]);
  });

  it('are named together, with their reason', () => {
    showFileProblems(['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'].map(notOurs));
    expect(shown()).toEqual([
      '5 fichiers n’ont pas été ouverts | Ce fichier n’est pas un atelier : a.txt, b.txt, c.txt, d.txt, e.txt. Rien n’a changé ici.',
    ]);
  });

  it('take the place of those told of before', () => {
    showFileProblems([notOurs('a.txt'), truncated('b.personarium'), unreadable('c.personarium')]);
    showFileProblems([notOurs('d.txt')]);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('Choisissez un fichier qui finit par .personarium.');
  });

  it('are not told to be called what they are called already', () => {
    showFileProblems([notOurs('faux.personarium')]);
    expect(shown()[0]).not.toContain('finit par');
    expect(shown()[0]).toContain('une autre copie');
  });
});
