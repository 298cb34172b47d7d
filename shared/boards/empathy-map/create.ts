import { generateNKeysBetween } from 'fractional-indexing';
import type { StageId } from '../../base/ids';
import type { CreateArgs } from '../boardKind';
import type { EmpathyMapDoc, EmpathyStage } from './model';
import { presetOf } from './presets';

/** A new map in the layout of a preset, with its stages and without a note. */
export function createEmpathyMap({ title, date, newId, preset, t }: CreateArgs): EmpathyMapDoc {
  const { layout, stages } = presetOf(preset);
  const orders = generateNKeysBetween(null, null, stages.length);
  const made = stages.map(
    (name, at): EmpathyStage => ({
      id: newId<StageId>(),
      order: orders[at] ?? 'a0',
      title: t(name),
      duration: '',
      source: null,
      moments: [],
      hand: null,
      word: '',
    }),
  );
  return {
    kind: 'empathy-map',
    schema: 2,
    translations: {},
    info: {
      title,
      layout,
      personaId: null,
      goal: '',
      situation: '',
      sources: '',
      date,
      version: 1,
      participants: '',
      designedBy: '',
      journeyId: null,
      showPrompts: false,
    },
    notes: {},
    clusters: {},
    stages: Object.fromEntries(made.map((stage) => [stage.id, stage])) as EmpathyMapDoc['stages'],
    findings: {},
  };
}
