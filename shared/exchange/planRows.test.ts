import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PlanLine } from '../analysis/actionPlan';
import { translator } from '../i18n/translate';
import { csvBytes } from './csvText';
import { dueWords, planMarkdown, planRows } from './planRows';

const line = (more: Partial<PlanLine>): PlanLine => ({
  ref: { kind: 'note', id: 'n' },
  stageId: 's',
  stepId: null,
  words: 'Quatre | questions\n*vite*',
  impact: 5,
  effort: 2,
  evidence: null,
  author: '',
  votes: 7,
  owner: '',
  due: '2026-11-20',
  decision: 'yes',
  quadrant: 'first',
  stageTitle: 'Considération',
  stageOwners: ['Digital'],
  daysLeft: -7,
  isLate: true,
  ...more,
});
const [fr, en] = [translator('fr'), translator('en')];
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

describe('a plan as a table', () => {
  it('says everything the screen says, delay in words', () => {
    const unrated = line({
      impact: null,
      effort: null,
      quadrant: null,
      owner: ' Zoé ',
      due: '',
      daysLeft: null,
      isLate: false,
      decision: null,
    });
    const [head, first, second] = planRows([line({}), unrated], fr);
    expect(head?.map(plain)).toEqual([
      'Quoi',
      'Étape',
      'Priorité',
      'Impact',
      'Effort',
      'Votes',
      'Qui',
      'Quand',
      'Délai',
      'Décision',
    ]);
    expect(first?.slice(1).map(plain)).toEqual([
      'Considération',
      'à faire d’abord',
      '5',
      '2',
      '7',
      'Digital',
      '2026-11-20',
      '7 jours de retard',
      'oui',
    ]);
    expect(second?.slice(2)).toEqual(['À placer', '', '', '7', 'Zoé', '', '', '']);
  });

  it('tells days near today in words, and none that are far', () => {
    const said = (daysLeft: number, isLate = false) => plain(dueWords(line({ daysLeft, isLate }), en));
    expect([said(-1, true), said(-12, true), said(0), said(1), said(7), said(8), said(-3)]).toEqual([
      '1 day overdue',
      '12 days overdue',
      'today',
      'tomorrow',
      'in 7 days',
      '',
      '',
    ]);
  });

  it('is one line per opportunity in Markdown, and no formula in a spreadsheet', () => {
    const rows = planRows([line({ words: '=1+1' }), line({})], en);
    const markdown = strFromU8(planMarkdown(rows, 'Plan #1'));
    expect(markdown.split('\n')).toHaveLength(7);
    expect(markdown).toContain('# Plan \\#1\n');
    expect(markdown).toContain('| Quatre \\| questions \\*vite\\* | Considération | do first | 5 | 2 | 7 | Digital |');
    expect(markdown).toContain('| --- | --- | --- | ---: | ---: | ---: | --- |');
    expect(strFromU8(csvBytes(rows, 'en'))).toContain("\r\n'=1+1,Considération,");
  });
});
