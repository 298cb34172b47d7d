import type { BoardId, ClusterId, FindingId, NewId, NoteId, PersonaId, StageId } from '../../shared/base/ids';
import {
  foldCluster,
  groupNotes,
  moveCluster,
  renameCluster,
  ungroup,
} from '../../shared/boards/empathy-map/commands/clusters';
import { deleteTargets } from '../../shared/boards/empathy-map/commands/deleteTargets';
import { addFinding, deleteFindings, setFindingText } from '../../shared/boards/empathy-map/commands/findings';
import { setInfo, setLayout } from '../../shared/boards/empathy-map/commands/info';
import {
  addNote,
  deleteNotes,
  duplicateNote,
  moveNote,
  noteFromText,
  placeNote,
  setNoteFields,
  setNoteText,
} from '../../shared/boards/empathy-map/commands/notes';
import {
  addStage,
  deleteStage,
  moveStage,
  setEmotion,
  setStageFields,
  splitStage,
  syncStages,
} from '../../shared/boards/empathy-map/commands/stages';
import { createEmpathyMap } from '../../shared/boards/empathy-map/create';
import type { EmpathyMapDoc } from '../../shared/boards/empathy-map/model';
import { EMPATHY_LAYOUTS, ZONES } from '../../shared/boards/empathy-map/zones';
import type { Command } from '../../shared/document/command';
import { translator } from '../../shared/i18n/translate';
import { EVIDENCE_KINDS } from '../../shared/model/evidence';
import { NOTE_COLORS } from '../../shared/model/note';
import { idsOf, type Seed } from './journeyCommands';

/** A command with its arguments, ready to run. */
export interface EmpathyChange {
  readonly command: Command<EmpathyMapDoc, never>;
  readonly args: never;
}

/** A small map with content everywhere: three stages, notes in every zone, a group, a finding. */
export function smallEmpathy(): EmpathyMapDoc {
  const newId = idsOf('start');
  const t = translator('fr');
  const doc = createEmpathyMap({ newId, title: 'Essai', lang: 'fr', t, date: '2026-11-22', preset: 'moments' });
  const draft = doc as never;
  const stages = Object.keys(doc.stages) as StageId[];
  const made: Record<string, NoteId[]> = {};
  for (const zone of ZONES)
    for (const [at, text] of ['une', 'deux', 'trois'].entries()) {
      const id = newId<NoteId>();
      made[zone] = [...(made[zone] ?? []), id];
      addNote(draft, { id, zone, stageId: stages[at] ?? null, at: null, fields: noteFromText(text, zone) });
    }
  groupNotes(draft, { id: newId<ClusterId>(), noteIds: made.hear!.slice(0, 2), title: 'Conseils' });
  addFinding(draft, { id: newId<FindingId>(), sayId: made.say![0]!, doId: made.do![0]!, text: 'tiens' });
  return structuredClone(doc);
}

const change = <Args>(command: Command<EmpathyMapDoc, Args>, args: Args): EmpathyChange => ({
  command: command as never,
  args: args as never,
});

/** The change that a seed means on this map; some are about things that are not there. */
export function empathyChange(doc: EmpathyMapDoc, seed: Seed, newId: NewId): EmpathyChange {
  const { a, b, c, at, number, text, flag } = seed;
  const pick = <T>(all: object, n: number): T => {
    const ids = Object.keys(all).sort();
    return (ids.length === 0 || n % 37 === 36 ? 'gone' : ids[n % ids.length]) as T;
  };
  const one = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;
  const note = pick<NoteId>(doc.notes, a);
  const other = pick<NoteId>(doc.notes, b);
  const stage = pick<StageId>(doc.stages, b);
  const cluster = pick<ClusterId>(doc.clusters, c);
  const finding = pick<FindingId>(doc.findings, c);
  const zone = one(ZONES, c);
  const ofZone = (wanted: string, n: number) =>
    pick<NoteId>(Object.fromEntries(Object.entries(doc.notes).filter(([, each]) => each.zone === wanted)), n);
  const fields = {
    color: one([...NOTE_COLORS, null], a),
    evidence: one([...EVIDENCE_KINDS, null], b),
    source: text,
    author: text,
    votes: number,
    locked: a % 9 === 0,
    tags: flag ? [text, 'tri'] : [],
  };
  const journey = ['x', 'y', 'z', 'w'].slice(0, (c % 4) + 1).map((name, index) => ({
    id: `j${flag ? name : 'wzyx'[index]}` as StageId,
    title: `${text}${name}`,
    duration: text,
    moments: [number / 60, a / 500 - 1, b / 500 - 1].slice(0, (a + index) % 4),
  }));
  const options: readonly (() => EmpathyChange)[] = [
    ...Array<() => EmpathyChange>(6).fill(() =>
      change(addNote, {
        id: newId<NoteId>(),
        zone,
        stageId: flag ? stage : null,
        at,
        fields: { text, ...(flag ? fields : {}) },
      }),
    ),
    ...Array<() => EmpathyChange>(2).fill(() => change(setNoteText, { id: note, text })),
    () => change(setNoteFields, { id: note, fields }),
    ...Array<() => EmpathyChange>(3).fill(() =>
      change(moveNote, { id: note, zone, at, ...(flag ? { stageId: stage } : {}) }),
    ),
    ...Array<() => EmpathyChange>(2).fill(() =>
      change(placeNote, { id: note, zone: flag ? zone : (doc.notes[note]?.zone ?? zone), place: { x: number, y: a } }),
    ),
    () => change(duplicateNote, { id: note, newId: newId<NoteId>() }),
    () => change(deleteNotes, { ids: [note, other] }),
    ...Array<() => EmpathyChange>(2).fill(() =>
      change(groupNotes, {
        id: flag ? newId<ClusterId>() : cluster,
        noteIds: [note, other, 'gone' as NoteId],
        title: text,
      }),
    ),
    () => change(renameCluster, { id: cluster, title: text }),
    () => change(foldCluster, { id: cluster, folded: flag }),
    () => change(moveCluster, { id: cluster, zone, at, ...(flag ? { stageId: stage } : {}) }),
    () => change(ungroup, { id: cluster }),
    () =>
      change(setInfo, {
        fields: {
          title: text,
          version: number,
          personaId: flag ? ('p1' as PersonaId) : null,
          journeyId: flag ? ('b1' as BoardId) : null,
          showPrompts: flag,
          goal: text,
        },
      }),
    ...Array<() => EmpathyChange>(2).fill(() => change(setLayout, { layout: one(EMPATHY_LAYOUTS, a) })),
    () => change(addStage, { id: newId<StageId>(), at, fields: { title: text } }),
    () => change(setStageFields, { id: stage, fields: { title: text, duration: text } }),
    () => change(moveStage, { id: stage, to: at }),
    () => change(deleteStage, { id: stage }),
    () => change(splitStage, { id: stage, newId: newId<StageId>(), titles: [text, `${text}2`] }),
    ...Array<() => EmpathyChange>(2).fill(() => change(syncStages, { stages: journey })),
    () => change(setEmotion, { id: stage, fields: { hand: flag ? number / 50 : null, word: text } }),
    ...Array<() => EmpathyChange>(2).fill(() =>
      change(addFinding, { id: newId<FindingId>(), sayId: ofZone('say', a), doId: ofZone('do', b), text }),
    ),
    () => change(setFindingText, { id: finding, text }),
    () => change(deleteFindings, { ids: [finding] }),
    () =>
      change(deleteTargets, {
        targets: [
          { kind: 'note', id: note },
          { kind: flag ? 'cluster' : 'finding', id: flag ? cluster : finding },
          { kind: flag ? 'stage' : 'emotion', id: stage },
        ],
      }),
  ];
  return (options[seed.op % options.length] as () => EmpathyChange)();
}
