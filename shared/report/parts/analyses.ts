import { actionPlan, type PlanLine, whoDoes } from '../../analysis/actionPlan';
import { DEFAULT_OPTIONS, type FrictionLine, frictionReport, LEAST_SHOWN } from '../../analysis/friction';
import { FACTORS } from '../../analysis/frictionFactors';
import { journeyFacts } from '../../analysis/journeyFacts';
import { LOW_SAMPLE } from '../../boards/journey-map/format';
import type { JourneyMapDoc } from '../../boards/journey-map/model';
import { shortDay } from '../../boards/pieces/dates';
import { formatNumber, formatValence } from '../../boards/pieces/valence';
import { factLine } from '../../exchange/factWords';
import { dueWords } from '../../exchange/planRows';
import { capitalised } from '../../text/typography';
import type { ReportBlock } from '../model';
import {
  boardTitle,
  evidenceWord,
  journeysIn,
  lineOf,
  type PartContext,
  type Sheet,
  withoutEmptyColumns,
} from '../partContext';

/** Where each journey hurts, weighed as a team finds it weighed before it changes anything: a report says the same to everybody. */
export function frictionPart(ctx: PartContext): readonly ReportBlock[] {
  const maps = journeysIn(ctx.source).map((map) => ({ map, lines: frictionReport(journeyFacts(map.doc)) }));
  if (maps.every(({ lines }) => lines.length === 0)) return [];
  const { t, r, lang } = ctx;
  const { weights } = DEFAULT_OPTIONS;
  const said = FACTORS.filter((factor) => weights[factor] > 0).map(
    (factor) => `${t(`analysis.factor.${factor}`)}\u00A0${weights[factor]}`,
  );
  return [
    { kind: 'paragraph', look: 'lead', text: r('intro.friction') },
    ...maps.flatMap(({ map, lines }, at) => frictionBlocks(map, lines, at, ctx)),
    {
      kind: 'paragraph',
      look: 'small',
      text: `${r('weighing', { weights: said.join(', ') })} ${lineOf(t('analysis.foot', { n: formatNumber(LOW_SAMPLE, lang) }), ctx)}`,
    },
  ];
}

function frictionBlocks(
  map: Sheet<JourneyMapDoc>,
  all: readonly FrictionLine[],
  at: number,
  ctx: PartContext,
): readonly ReportBlock[] {
  const { r, lang } = ctx;
  const title = boardTitle(map, ctx);
  const lines = all.filter(({ score }) => score >= LEAST_SHOWN);
  const mild = all.length - lines.length;
  const stages = new Map(journeyFacts(map.doc).stages.map((stage) => [stage.id, stage.title]));
  const heading = { kind: 'heading', level: 2, id: `friction-${at + 1}`, text: title } as const;
  if (all.length === 0) return [heading, { kind: 'paragraph', look: 'plain', text: r('noFriction') }];
  return [
    heading,
    ...(lines.length > 0
      ? [
          withoutEmptyColumns({
            kind: 'table',
            title,
            columns: [
              { title: r('rank'), share: 1.1, isNumber: true },
              { title: r('place'), share: 4, isHead: true },
              { title: r('score'), share: 1.5, isNumber: true },
              { title: r('emotion'), share: 1.8, isNumber: true },
              { title: r('why'), share: 8 },
            ],
            rows: lines.map((line, rank) => [
              `${rank + 1}`,
              placeOf(line, stages.get(line.stageId) ?? '', ctx),
              formatNumber(Math.round(line.score), lang),
              line.valence === null ? '' : formatValence(line.valence, lang),
              whyOf(line, ctx),
            ]),
          }),
        ]
      : []),
    ...(mild > 0
      ? [{ kind: 'paragraph', look: 'small', text: r('mild', { count: mild, least: LEAST_SHOWN }) } as const]
      : []),
  ];
}

/** The moment, under it the stage it is of. */
function placeOf({ title, stepId }: FrictionLine, stage: string, ctx: PartContext): string {
  const place = lineOf(title, ctx) || ctx.t('exporting.untitled');
  return stepId !== null && stage.trim() !== '' ? `${place}\n${lineOf(stage, ctx)}` : place;
}

/** What each factor says: of the moment itself line by line, of its whole stage on one line, then what kind of proof is behind it. */
function whyOf({ facts, evidence, isHypothesis }: FrictionLine, ctx: PartContext): string {
  const { t, r, lang } = ctx;
  const told = new Set<string>();
  const lines = facts.map((fact) => {
    // A valley and the drop into it have the same quote: once is enough.
    const words = told.has(fact.words) ? '' : fact.words;
    told.add(fact.words);
    return { isWide: fact.isStageWide, text: lineOf(factLine({ ...fact, words, isStageWide: false }, t, lang), ctx) };
  });
  const wide = lines.filter(({ isWide }) => isWide).map(({ text }) => text);
  const proof = isHypothesis
    ? t('analysis.hypothesis')
    : r('proofs', { kinds: evidence.map((kind) => evidenceWord(kind, ctx)).join(', ') });
  return [
    ...lines.filter(({ isWide }) => !isWide).map(({ text }) => text),
    ...(wide.length > 0 ? [r('wholeStage', { facts: wide.join(lang === 'fr' ? '\u202F; ' : '; ') })] : []),
    proof,
  ]
    .map((line) => capitalised(line, lang))
    .join('\n');
}

/** What is to be done, who does it and by when. */
export function planPart(ctx: PartContext): readonly ReportBlock[] {
  const maps = plansOf(ctx);
  if (maps.length === 0) return [];
  const { t, r } = ctx;
  return [
    { kind: 'paragraph', look: 'lead', text: r('intro.plan', { date: shortDay(ctx.today, ctx.lang) }) },
    ...maps.flatMap(({ map, lines }, at): readonly ReportBlock[] => [
      { kind: 'heading', level: 2, id: `plan-${at + 1}`, text: boardTitle(map, ctx) },
      withoutEmptyColumns({
        kind: 'table',
        title: boardTitle(map, ctx),
        columns: [
          { title: t('analysis.what'), share: 6, isHead: true },
          { title: t('analysis.priority'), share: 3.2 },
          { title: r('rated'), share: 2.2 },
          { title: t('analysis.column.votes'), share: 1.5, isNumber: true },
          { title: t('analysis.who'), share: 3 },
          { title: t('analysis.when'), share: 3.2 },
          { title: r('decision'), share: 2.2 },
        ],
        rows: lines.map((line) => planRow(line, ctx)),
      }),
    ]),
  ];
}

/** Journeys with something in their plan. */
export const plansOf = (
  ctx: Pick<PartContext, 'source' | 'today'>,
): readonly { readonly map: Sheet<JourneyMapDoc>; readonly lines: readonly PlanLine[] }[] =>
  journeysIn(ctx.source)
    .map((map) => ({ map, lines: actionPlan(journeyFacts(map.doc), ctx.today) }))
    .filter(({ lines }) => lines.length > 0);

function planRow(line: PlanLine, ctx: PartContext): readonly string[] {
  const { t, r, lang } = ctx;
  const { impact, effort, quadrant, decision, due, stageTitle } = line;
  const what = lineOf(line.words, ctx) || t('journey.outline.empty');
  return [
    stageTitle.trim() ? `${what}\n${lineOf(stageTitle, ctx)}` : what,
    capitalised(quadrant ? t(`analysis.quadrant.${quadrant}`) : t('analysis.toPlace'), lang),
    impact === null && effort === null ? '' : r('ratedOf', { impact: impact ?? '?', effort: effort ?? '?' }),
    line.votes > 0 ? `${line.votes}` : '',
    // Somebody who looks after a stage at several moments is named once.
    lineOf(whoDoes({ ...line, stageOwners: [...new Set(line.stageOwners)] }), ctx) || t('analysis.nobody'),
    [due ? shortDay(due, lang) : '', dueWords(line, t)].filter((part) => part !== '').join('\n'),
    decision ? capitalised(t(`analysis.decision.${decision}`), lang) : '',
  ];
}
