import { setNoteText } from '@shared/boards/journey-map/commands/notes';
import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { NoteFields } from '@/editor/inspector/NoteFields';
import { ActButton, Panel, partStyles, RatingField } from '@/editor/inspector/parts';
import type { BoardViewProps } from '@/session/boardHandle';
import { useT } from '@/ui/useT';
import { groupOf, laneOf } from '../entities';
import { setNote } from '../notes';
import { targetLabel } from '../selectionWords';
import { JourneyLinks } from './JourneyLinks';
import { NoteDetails } from './NoteDetails';

interface NotePanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly note: Note;
  readonly personas: BoardViewProps['personas'];
}

const RATINGS = { 'pain-points': ['severity'], opportunities: ['impact', 'effort'] } as const;

/** A note: what it says, how grave it is, and what notes of every kind of board say of themselves. */
export function NotePanel({ controller, doc, note, personas }: NotePanelProps) {
  const t = useT();
  const { session } = controller;
  const lane = laneOf(doc, note.laneId);
  const kind = lane?.kind;
  const ratings = kind === 'pain-points' || kind === 'opportunities' ? RATINGS[kind] : [];
  const target = { kind: 'note', id: note.id };
  return (
    <Panel title={targetLabel(doc, target, t)}>
      <BoundField
        label={t('editing.inspector.text')}
        value={note.text}
        multiline
        disabled={note.locked}
        onWrite={(text, mergeKey) => session.run(setNoteText, { id: note.id, text }, { mergeKey })}
      />
      {lane && <NoteDetails controller={controller} doc={doc} note={note} lane={lane} personas={personas} />}
      {ratings.map((rating) => (
        <RatingField
          key={rating}
          label={t(`editing.inspector.${rating}`)}
          value={note[rating]}
          onChange={(value) => setNote(session, note.id, { [rating]: value })}
        />
      ))}
      <NoteFields controller={controller} notes={[note]}>
        <JourneyLinks
          controller={controller}
          doc={doc}
          target={target}
          personas={personas}
          onLinks={(links) => setNote(session, note.id, { links })}
        />
      </NoteFields>
      <div className={partStyles.row}>
        {groupOf(doc, target) ? (
          <ActButton controller={controller} act="ungroupNotes" label={t('editing.menu.ungroup')} icon="stack-minus" />
        ) : (
          <ActButton controller={controller} act="groupNotes" label={t('editing.menu.group')} icon="stack-plus" />
        )}
        <ActButton controller={controller} act="duplicate" label={t('editing.inspector.duplicate')} icon="copy" />
        <ActButton
          controller={controller}
          act="deleteSelection"
          label={t('editing.inspector.delete')}
          icon="trash"
          disabled={note.locked}
          reason={t('editing.canvas.locked')}
        />
      </div>
    </Panel>
  );
}
