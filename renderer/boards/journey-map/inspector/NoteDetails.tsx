import type { PersonaId } from '@shared/base/ids';
import { canBeByPersona } from '@shared/boards/journey-map/byPersona';
import { CONTENT_STATUSES, CONTENT_TYPES, DECISIONS } from '@shared/boards/journey-map/enums';
import type { JourneyMapDoc, Lane, Note } from '@shared/boards/journey-map/model';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import type { BoardViewProps } from '@/session/boardHandle';
import { Segmented } from '@/ui/Segmented';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { setNote } from '../notes';

interface NoteDetailsProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly note: Note;
  readonly lane: Lane;
  readonly personas: BoardViewProps['personas'];
}

const NONE = 'none';

/** What only notes of some rows say: whom they are for, what content they are and how far, who does what by when. */
export function NoteDetails({ controller, doc, note, lane, personas }: NoteDetailsProps) {
  const t = useT();
  const { session } = controller;
  const set = (fields: Parameters<typeof setNote>[2], mergeKey?: string) =>
    setNote(session, note.id, fields, mergeKey ? { mergeKey } : {});
  const people = doc.info.personaIds.map((id) => ({ value: id as string, label: personas[id]?.info.name ?? id }));
  const { kind } = lane;
  return (
    <>
      {canBeByPersona(kind) && people.length > 0 && (lane.byPersona || people.length > 1) && (
        <Select
          label={t('editing.detail.forWhom')}
          quiet
          value={note.personaId ?? NONE}
          options={[{ value: NONE, label: t('editing.detail.everybody') }, ...people]}
          onChange={(id) => set({ personaId: id === NONE ? null : (id as PersonaId) })}
        />
      )}
      {kind === 'contents' && (
        <>
          <Select
            label={t('editing.detail.contentType')}
            quiet
            value={note.contentType ?? NONE}
            options={[
              { value: NONE, label: t('editing.detail.unsaid') },
              ...CONTENT_TYPES.map((value) => ({ value, label: t(`journey.contentType.${value}`) })),
            ]}
            onChange={(value) => set({ contentType: value === NONE ? null : value })}
          />
          <Select
            label={t('editing.detail.status')}
            quiet
            value={note.status ?? NONE}
            options={[
              { value: NONE, label: t('editing.detail.unsaid') },
              ...CONTENT_STATUSES.map((value) => ({ value, label: t(`journey.contentStatus.${value}`) })),
            ]}
            onChange={(value) => set({ status: value === NONE ? null : value })}
          />
        </>
      )}
      {(kind === 'opportunities' || kind === 'measures') && (
        <BoundField
          label={t('editing.inspector.owner')}
          value={note.owner}
          onWrite={(owner, mergeKey) => set({ owner }, mergeKey)}
        />
      )}
      {kind === 'opportunities' && (
        <>
          <BoundField
            label={t('editing.detail.due')}
            type="date"
            value={note.due}
            onWrite={(due, mergeKey) => set({ due }, mergeKey)}
          />
          <Segmented
            label={t('editing.detail.decision')}
            value={note.decision ?? NONE}
            options={[
              ...DECISIONS.map((value) => ({ value, label: t(`journey.decision.${value}`) })),
              { value: NONE, label: t('editing.detail.undecided') },
            ]}
            onChange={(value) => set({ decision: value === NONE ? null : value })}
          />
        </>
      )}
    </>
  );
}
