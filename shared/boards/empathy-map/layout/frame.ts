import type { StageId } from '../../../base/ids';
import type { NoteColor } from '../../../model/note';
import type { Primitive } from '../../../scene/primitives';
import type { LayoutContext } from '../../boardKind';
import type { PersonaDoc } from '../../persona/model';
import { lostName, memoOf } from '../../pieces/layoutMemo';
import { filters, type NoteFilter, shownNotes } from '../../pieces/noteFilter';
import { type Palette, paletteOf } from '../../pieces/palette';
import type { PieceFrame } from '../../pieces/pieceFrame';
import type { EmpathyMapDoc, EmpathyNote } from '../model';
import { ZONE_COLORS } from '../zones';
import { type EmpathyMetrics, metricsOf } from './metrics';

/** What every part of the map needs to know of the sheet it stands on. */
export interface EmpathyFrame extends PieceFrame {
  readonly doc: EmpathyMapDoc;
  readonly m: EmpathyMetrics;
  readonly palette: Palette;
  readonly persona: PersonaDoc | undefined;
  /** Says how much of the map is proven. */
  readonly proofs: boolean;
  readonly filter: NoteFilter | undefined;
  /** Ids of the areas that are rows of stages; undefined for all. */
  readonly areas: readonly string[] | undefined;
  /** Asks the questions of filled zones too. */
  readonly prompts: boolean;
  /** Left edge of the sheet. */
  readonly x: number;
  readonly focus: StageId | null;
  /** Zones of the reserve that are open. */
  readonly unfolded: ReadonlySet<string>;
}

/** A part of the sheet: measured, then drawn where its place is known. */
export interface Block {
  readonly height: number;
  draw(out: Primitive[], y: number): void;
}

/** The main part of the map, laid out for a width. */
export interface MainBlock extends Block {
  readonly width: number;
}

/** The frame of a form of the map. */
export function frameOf(
  doc: EmpathyMapDoc,
  ctx: LayoutContext,
  form: EmpathyMetrics['name'],
  x = metricsOf(form).margin.left,
): EmpathyFrame {
  const { view } = ctx;
  const { hides = [] } = view;
  const isPoster = form === 'poster' || form === 'densePoster';
  return {
    doc,
    t: ctx.t,
    lang: ctx.lang,
    measure: ctx.measure,
    theme: ctx.theme,
    isPoster,
    lost: ctx.lost,
    memo: memoOf(ctx.measure, `empathy/${form}/${ctx.lang}/${ctx.theme.name}/${hides.join()}${lostName(ctx.lost)}`),
    m: metricsOf(form),
    palette: paletteOf(ctx.theme, 'screen'),
    persona: doc.info.personaId && !hides.includes('persona') ? ctx.personas[doc.info.personaId] : undefined,
    proofs: !hides.includes('evidence'),
    filter: filters(view.filter) ? view.filter : undefined,
    areas: view.areas,
    x,
    prompts: doc.info.showPrompts || view.prompts === true,
    focus: view.focus?.kind === 'stage' && !isPoster ? (view.focus.id as StageId) : null,
    unfolded: new Set(view.unfolded ?? []),
  };
}

const paperOf = (note: EmpathyNote): NoteColor => ZONE_COLORS[note.zone];

/** The notes of a list that the view shows. */
export const shown = (notes: readonly EmpathyNote[], frame: Pick<EmpathyFrame, 'filter'>): readonly EmpathyNote[] =>
  shownNotes(notes, frame.filter, paperOf);

/** How many notes of the map the filter leaves out. */
export function hiddenCount({ doc, filter }: Pick<EmpathyFrame, 'doc' | 'filter'>): number {
  if (!filter) return 0;
  const all = Object.values<EmpathyNote>(doc.notes);
  return all.length - shownNotes(all, filter, paperOf).length;
}
