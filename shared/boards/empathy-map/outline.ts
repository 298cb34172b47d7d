import type { NoteId, StageId } from '../../base/ids';
import { memoised } from '../../model/reading';
import type { OutlineNode } from '../boardKind';
import { coverage } from './evidence';
import type { EmpathyMapDoc, EmpathyNote } from './model';
import { findingsInOrder, flowOf, notesInCell, notesOfArea, reserveOf, stagesInOrder } from './order';
import {
  areaTitle,
  emotionLabel,
  findingText,
  noteLabel,
  oneLine,
  type SpokenContext,
  stageTitle,
  zoneTitle,
} from './spoken';
import { GOAL_TARGET, SITUATION_TARGET, TITLE_TARGET, zoneTarget } from './targets';
import { AREAS, type Area, ZONES } from './zones';

/** Numbers of the findings about each note, from 1. */
export const findingNumbers = (doc: EmpathyMapDoc): ReadonlyMap<NoteId, readonly number[]> => numbersIn(doc.findings);

const numbersIn = memoised((findings: EmpathyMapDoc['findings']): ReadonlyMap<NoteId, readonly number[]> => {
  const numbers = new Map<NoteId, number[]>();
  findingsInOrder({ findings } as EmpathyMapDoc).forEach(({ sayId, doId }, at) => {
    for (const id of [sayId, doId]) numbers.set(id, [...(numbers.get(id) ?? []), at + 1]);
  });
  return numbers;
});

/**
 * The map as a tree: title > goal and situation, areas (by stage: stages > emotion and areas) > notes and groups, then the
 * findings and what waits in reserve. Empty areas are kept: one can add to them.
 */
export function empathyMapOutline(doc: EmpathyMapDoc, ctx: SpokenContext): OutlineNode {
  const { t } = ctx;
  const { info } = doc;
  const persona = info.personaId ? ctx.personas[info.personaId]?.info.name : undefined;
  const title = oneLine(info.title) || t('empathy.name');
  return {
    target: TITLE_TARGET,
    label: persona ? t('empathy.outline.mapOf', { title, name: persona }) : t('empathy.outline.map', { title }),
    children: [
      leaf(
        SITUATION_TARGET,
        t('empathy.outline.situation', { text: oneLine(info.situation) || t('journey.outline.empty') }),
      ),
      leaf(GOAL_TARGET, t('empathy.outline.goal', { text: oneLine(info.goal) || t('journey.outline.empty') })),
      ...(info.layout === 'stages' ? stageNodes(doc, ctx) : areaNodes(doc, ctx)),
      ...findingsInOrder(doc).map((finding, at) =>
        leaf(
          { kind: 'finding', id: finding.id },
          t('empathy.outline.finding', { number: at + 1, text: oneLine(findingText(finding, doc, ctx)) }),
        ),
      ),
      ...reserveNodes(doc, ctx),
    ],
  };
}

const leaf = (target: OutlineNode['target'], label: string, children: readonly OutlineNode[] = []): OutlineNode => ({
  target,
  label,
  children,
});

const areaNodes = (doc: EmpathyMapDoc, ctx: SpokenContext): readonly OutlineNode[] =>
  AREAS[doc.info.layout].map((area) => placeNode(doc, area, null, notesOfArea(doc, area), ctx));

const stageNodes = (doc: EmpathyMapDoc, ctx: SpokenContext): readonly OutlineNode[] =>
  stagesInOrder(doc).map((stage, at) =>
    leaf(
      { kind: 'stage', id: stage.id },
      ctx.t('journey.outline.stage', { number: at + 1, title: stageTitle(stage, at, ctx) }),
      [
        leaf({ kind: 'emotion', id: stage.id }, emotionLabel(stage, ctx)),
        ...AREAS.stages.map((area) => placeNode(doc, area, stage.id, notesInCell(doc, area, stage.id), ctx)),
      ],
    ),
  );

function placeNode(
  doc: EmpathyMapDoc,
  area: Area,
  stageId: StageId | null,
  notes: readonly EmpathyNote[],
  ctx: SpokenContext,
): OutlineNode {
  const { percent, all } = coverage(notes);
  const count = ctx.t('journey.count.notes', { count: all });
  const title = areaTitle(area.id, ctx);
  const label =
    percent === null
      ? ctx.t('empathy.outline.area', { title, count })
      : ctx.t('empathy.outline.areaProven', { title, count, percent });
  const children = flowOf(doc, notes, { placed: false }).map((item) =>
    item.kind === 'note'
      ? noteNode(doc, item.note, ctx)
      : leaf(
          { kind: 'cluster', id: item.cluster.id },
          ctx.t('empathy.outline.cluster', {
            title: oneLine(item.cluster.title) || ctx.t('empathy.cluster.untitled'),
            count: ctx.t('journey.count.notes', { count: item.notes.length }),
          }),
          item.notes.map((note) => noteNode(doc, note, ctx)),
        ),
  );
  return leaf(zoneTarget({ area, stageId }), label, children);
}

const noteNode = (doc: EmpathyMapDoc, note: EmpathyNote, ctx: SpokenContext): OutlineNode =>
  leaf({ kind: 'note', id: note.id }, noteLabel(note, doc, findingNumbers(doc).get(note.id) ?? [], ctx));

function reserveNodes(doc: EmpathyMapDoc, ctx: SpokenContext): readonly OutlineNode[] {
  const reserve = reserveOf(doc);
  return ZONES.flatMap((zone) => {
    const notes = reserve.get(zone);
    if (!notes) return [];
    const count = ctx.t('journey.count.notes', { count: notes.length });
    const label = ctx.t('empathy.outline.reserve', { title: zoneTitle(zone, ctx), count });
    return leaf(
      { kind: 'reserve', id: zone },
      label,
      notes.map((note) => noteNode(doc, note, ctx)),
    );
  });
}
