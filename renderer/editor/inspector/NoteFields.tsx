import type { AnyDoc } from '@shared/model/document';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import type { ReactNode } from 'react';
import { IconButton } from '@/ui/IconButton';
import { NumberField } from '@/ui/NumberField';
import { preferences } from '@/ui/preferences';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import type { EditedNote, EditedNoteFields } from '../boardEditing';
import { EvidenceSign } from '../EvidenceSign';
import { shared } from '../sharedValue';
import { useDoc } from '../useController';
import { BoundField } from './BoundField';
import { LostPicture, useLost } from './LostPicture';
import { ColorField, partStyles } from './parts';
import { TagsField } from './TagsField';

export interface NoteFieldsProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  /** The notes the fields speak of and change together. */
  readonly notes: readonly EditedNote[];
  /** What a kind says after what a note means, before where it comes from. */
  readonly children?: ReactNode;
}

/** What can be said of one note or of several at once: what supports them, what they mean, where they come from, what they weigh. */
export function NoteFields<Doc extends AnyDoc>({ controller, notes, children }: NoteFieldsProps<Doc>) {
  const t = useT();
  const set = (fieldsOf: (note: EditedNote) => EditedNoteFields, mergeKey?: string) =>
    controller.plug.notes.set(
      controller.session,
      notes.map((note) => ({ id: note.id, fields: fieldsOf(note) })),
      mergeKey ? { mergeKey } : {},
    );
  const many = notes.length > 1 ? t('editing.inspector.several') : undefined;
  const key = notes.map(({ id }) => id).join(' ');
  const doc = useDoc(controller.session);
  const papers = new Set(notes.map((note) => controller.plug.notes.paper(doc, note)));
  const paper = papers.size === 1 ? ([...papers][0] ?? null) : null;
  const source = shared(notes, 'source');
  const author = shared(notes, 'author');
  const evidenceField = (
    <EvidenceField value={shared(notes, 'evidence') ?? null} onChange={(evidence) => set(() => ({ evidence }))} />
  );
  if (controller.plug.notes.proofOnly) return evidenceField;
  return (
    <>
      {evidenceField}
      <ColorField value={shared(notes, 'color') ?? null} paper={paper} onChange={(color) => set(() => ({ color }))} />
      {children}
      <TagsField controller={controller} notes={notes} />
      <PictureField
        controller={controller}
        notes={notes}
        onChange={(image, mergeKey) => set(() => ({ image }), mergeKey)}
      />
      <BoundField
        label={t('editing.inspector.source')}
        value={source ?? ''}
        multiline
        placeholder={source === undefined ? many : t('editing.inspector.sourceHint')}
        onWrite={(text, mergeKey) => set(() => ({ source: text }), mergeKey)}
      />
      <BoundField
        label={t('editing.inspector.author')}
        value={author ?? ''}
        placeholder={author === undefined ? many : undefined}
        hint={t('editing.inspector.authorHint')}
        onWrite={(text, mergeKey) => {
          set(() => ({ author: text }), mergeKey);
          // Whoever signs one note most likely writes the next one.
          preferences.setState({ author: text.trim().slice(0, 60) });
        }}
      />
      <Votes notes={notes} onChange={(change) => set((note) => ({ votes: change(note.votes) }), `votes:${key}`)} />
      <Switch
        label={t(notes.length > 1 ? 'editing.inspector.lockedMany' : 'editing.inspector.locked')}
        on={notes.every((note) => note.locked)}
        onChange={(locked) => set(() => ({ locked }))}
      />
    </>
  );
}

interface EvidenceFieldProps {
  readonly value: EditedNote['evidence'];
  readonly onChange: (evidence: EditedNote['evidence']) => void;
}

/** What supports notes or claims; the chosen kind again takes it back. */
export function EvidenceField({ value, onChange }: EvidenceFieldProps) {
  const t = useT();
  return (
    <div className={partStyles.section}>
      <span className={partStyles.label} aria-hidden="true">
        {t('editing.inspector.evidence')}
      </span>
      <fieldset className={partStyles.choices} aria-label={t('editing.inspector.evidence')}>
        {EVIDENCE_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className={partStyles.choice}
            aria-pressed={value === kind}
            data-tip={t(`journey.evidenceAbout.${kind}`)}
            onClick={() => onChange(value === kind ? null : kind)}
          >
            <EvidenceSign kind={kind} />
            {kind === 'observation' ? t('editing.bar.observed') : t(`journey.evidence.${kind}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

interface PictureFieldProps {
  readonly controller: Pick<BoardController<AnyDoc>, 'ui'>;
  readonly notes: readonly EditedNote[];
  readonly onChange: (image: EditedNote['image'], mergeKey?: string) => void;
}

/** The picture of the one note that is chosen: what it shows in words, and a way to take it off. */
function PictureField({ controller, notes, onChange }: PictureFieldProps) {
  const t = useT();
  const [note, other] = notes;
  const image = note && !other ? note.image : null;
  const isLost = useLost(controller, image ?? null);
  if (!image) return null;
  return (
    <>
      {isLost && <LostPicture what={t('editing.inspector.pictureLost')} />}
      <div className={partStyles.row} style={{ alignItems: 'flex-end', flexWrap: 'nowrap' }}>
        <div className={partStyles.grow}>
          <BoundField
            label={t('editing.inspector.alt')}
            value={image.alt}
            multiline
            placeholder={t('editing.inspector.altHint')}
            onWrite={(alt, mergeKey) => onChange({ ...image, alt }, mergeKey)}
          />
        </div>
        <IconButton icon="trash" bordered label={t('editing.inspector.removePicture')} onClick={() => onChange(null)} />
      </div>
    </>
  );
}

interface VotesProps {
  readonly notes: readonly EditedNote[];
  readonly onChange: (change: (votes: number) => number) => void;
}

/** The votes of a note; of several, one more or one less each. */
function Votes({ notes, onChange }: VotesProps) {
  const t = useT();
  const votes = shared(notes, 'votes');
  const bounded = (value: number) => Math.max(0, Math.min(9999, value));
  return (
    <div className={partStyles.row} style={{ alignItems: 'flex-end', flexWrap: 'nowrap' }}>
      {votes === undefined ? (
        <span className={partStyles.grow}>{t('editing.inspector.votes')}</span>
      ) : (
        <NumberField
          className={partStyles.grow}
          label={t('editing.inspector.votes')}
          value={votes}
          min={0}
          max={9999}
          onChange={(value) => onChange(() => bounded(value ?? 0))}
        />
      )}
      <IconButton
        icon="minus"
        bordered
        label={t('actions.unvote')}
        shortcut="Shift+V"
        onClick={() => onChange((value) => bounded(value - 1))}
      />
      <IconButton
        icon="hand-pointing"
        bordered
        label={t('editing.inspector.addVote')}
        shortcut="V"
        onClick={() => onChange((value) => bounded(value + 1))}
      />
    </div>
  );
}
