import type { NoteId } from '@shared/base/ids';
import { setNoteFields } from '@shared/boards/journey-map/commands/notes';
import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import type { Target } from '@shared/scene/primitives';
import { useT } from '@/ui/useT';
import type { JourneyController } from '../controller';
import { EvidenceSign } from '../EvidenceSign';
import { noteOf } from '../entities';
import { editKey } from '../textEditing';
import { ActButton, ColorField, Panel, partStyles } from './parts';

interface ManyPanelProps {
  readonly controller: JourneyController;
  readonly doc: JourneyMapDoc;
  readonly selection: readonly Target[];
}

/** The value all notes share, or undefined. */
function shared<K extends keyof Note>(notes: readonly Note[], field: K): Note[K] | undefined {
  const first = notes[0]?.[field];
  return notes.every((note) => note[field] === first) ? first : undefined;
}

/** Several things at once: evidence and colour of the notes among them, copy, delete. */
export function ManyPanel({ controller, doc, selection }: ManyPanelProps) {
  const t = useT();
  const notes = selection.flatMap((target) => (target.kind === 'note' ? (noteOf(doc, target.id) ?? []) : []));
  const set = (fields: Partial<Pick<Note, 'evidence' | 'color'>>) => {
    const mergeKey = editKey();
    for (const note of notes) controller.session.run(setNoteFields, { id: note.id as NoteId, fields }, { mergeKey });
  };
  const evidence = shared(notes, 'evidence');
  return (
    <Panel title={t('editing.inspector.many', { count: selection.length })}>
      {notes.length > 0 && (
        <>
          <fieldset className={partStyles.choices} aria-label={t('editing.inspector.evidence')}>
            {EVIDENCE_KINDS.map((kind) => (
              <button
                key={kind}
                type="button"
                className={partStyles.choice}
                aria-pressed={evidence === kind}
                onClick={() => set({ evidence: evidence === kind ? null : kind })}
              >
                <EvidenceSign kind={kind} />
                {kind === 'observation' ? t('editing.bar.observed') : t(`journey.evidence.${kind}`)}
              </button>
            ))}
          </fieldset>
          <ColorField value={shared(notes, 'color') ?? null} onChange={(color) => set({ color })} />
        </>
      )}
      <div className={partStyles.row}>
        <ActButton controller={controller} act="duplicate" label={t('editing.inspector.duplicate')} icon="copy" />
        <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
      </div>
    </Panel>
  );
}
