import type { AnyDoc } from '@shared/model/document';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import type { Target } from '@shared/scene/primitives';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import type { EditedNote, EditedNoteFields } from '../boardEditing';
import { EvidenceSign } from '../EvidenceSign';
import { editKey } from '../textEditing';
import { ActButton, ColorField, Panel, partStyles } from './parts';

interface ManyPanelProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  readonly doc: Doc;
  readonly selection: readonly Target[];
}

/** The value all notes share, or undefined. */
function shared<K extends keyof EditedNote>(notes: readonly EditedNote[], field: K): EditedNote[K] | undefined {
  const first = notes[0]?.[field];
  return notes.every((note) => note[field] === first) ? first : undefined;
}

/** Several things at once: evidence and colour of the notes among them, copy, delete. */
export function ManyPanel<Doc extends AnyDoc>({ controller, doc, selection }: ManyPanelProps<Doc>) {
  const t = useT();
  const access = controller.plug.notes;
  const notes = selection.flatMap((target) => access.get(doc, target) ?? []);
  const set = (fields: EditedNoteFields) => {
    const mergeKey = editKey();
    for (const note of notes) access.set(controller.session, note.id, fields, { mergeKey });
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
