import { translator } from '@shared/i18n/translate';
import { describe, expect, it } from 'vitest';
import type { RecoveryReport } from '@/session/recoveryReport';
import { recoveryFacts, recoverySummary, recoveryTitle } from './recoveryText';

const fr = translator('fr');
const now = new Date('2026-11-22T09:00:00').getTime();
const report: RecoveryReport = {
  cause: 'database-behind',
  sources: ['journal'],
  docCount: 4,
  replayed: 214,
  lost: 0,
  lastEditAt: new Date('2026-11-21T18:41:00').getTime(),
  keptCopy: true,
};

describe('recovery in words', () => {
  it('says what happened, how much came back, what is kept', () => {
    expect(recoveryTitle(report, fr)).toBe('Base reconstruite depuis le journal');
    expect(recoverySummary(report, now, 'fr', fr)).toBe(
      'Arrêt brutal hier, 18:41. 214 gestes rejoués, aucun perdu. Une copie d’avant est gardée.',
    );
    expect(recoveryFacts(report, now, 'fr', fr)).toContain('Repris depuis\u00A0: Journal.');
  });

  it('never hides a loss', () => {
    expect(recoverySummary({ ...report, lost: 2 }, now, 'fr', fr)).toContain('2 perdus');
    expect(recoverySummary({ ...report, cause: 'both-damaged', lost: 1 }, now, 'fr', fr)).toContain('1 perdu.');
  });

  it('names the copy that was rebuilt', () => {
    expect(recoveryTitle({ ...report, cause: 'journal-missing' }, fr)).toBe('Journal refait depuis la base');
    expect(recoveryTitle({ ...report, cause: 'both-damaged' }, fr)).toBe('Base et journal remis d’accord');
    expect(recoveryTitle({ ...report, sources: ['backups'] }, fr)).toBe('Ateliers repris des copies de secours');
  });
});
