import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { stagesInOrder } from '@shared/boards/empathy-map/order';
import { AREA_ICONS } from '@shared/boards/empathy-map/zones';
import type { BoardText } from '../boardFace';

/** What an empathy map says, for the palette. */
export function empathyTexts(doc: EmpathyMapDoc): readonly BoardText[] {
  const number = new Map(stagesInOrder(doc).map((stage, at) => [stage.id, at + 1]));
  return [
    ...Object.values(doc.notes).map((note) => ({
      target: { kind: 'note', id: note.id },
      text: note.text,
      icon: AREA_ICONS[note.zone],
      stage: (note.stageId && number.get(note.stageId)) || 0,
    })),
    ...Object.values(doc.clusters).map((cluster) => ({
      target: { kind: 'cluster', id: cluster.id },
      text: cluster.title,
      icon: 'squares-four' as const,
      stage: 0,
    })),
    ...Object.values(doc.findings).map((finding) => ({
      target: { kind: 'finding', id: finding.id },
      text: finding.text,
      icon: 'not-equals' as const,
      stage: 0,
    })),
  ];
}
