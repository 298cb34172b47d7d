import { setNoteFields, setNoteText } from '@shared/boards/journey-map/commands/notes';
import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import type { BoardController } from '@/editor/boardController';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, ColorField, Panel, partStyles, RatingField } from '@/editor/inspector/parts';
import { IconButton } from '@/ui/IconButton';
import { NumberField } from '@/ui/NumberField';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { laneOf } from '../entities';
import { targetLabel } from '../selectionWords';

interface NotePanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly note: Note;
}

/** A note: what it says, what supports it, where it comes from, how much it weighs. */
export function NotePanel({ controller, doc, note }: NotePanelProps) {
  const t = useT();
  const { session } = controller;
  const kind = laneOf(doc, note.laneId)?.kind;
  const set = (fields: Partial<Omit<Note, 'id'>>, mergeKey?: string) =>
    session.run(setNoteFields, { id: note.id, fields }, mergeKey ? { mergeKey } : {});
  return (
    <Panel title={targetLabel(doc, { kind: 'note', id: note.id }, t)}>
      <BoundField
        label={t('editing.inspector.text')}
        value={note.text}
        multiline
        disabled={note.locked}
        onWrite={(text, mergeKey) => session.run(setNoteText, { id: note.id, text }, { mergeKey })}
      />
      <Evidence note={note} onChange={(evidence) => set({ evidence })} />
      {kind === 'pain-points' && (
        <RatingField
          label={t('editing.inspector.severity')}
          value={note.severity}
          onChange={(severity) => set({ severity })}
        />
      )}
      {kind === 'opportunities' && (
        <>
          <RatingField
            label={t('editing.inspector.impact')}
            value={note.impact}
            onChange={(impact) => set({ impact })}
          />
          <RatingField
            label={t('editing.inspector.effort')}
            value={note.effort}
            onChange={(effort) => set({ effort })}
          />
        </>
      )}
      <ColorField value={note.color} onChange={(color) => set({ color })} />
      <BoundField
        label={t('editing.inspector.source')}
        value={note.source}
        multiline
        placeholder={t('editing.inspector.sourceHint')}
        onWrite={(source, mergeKey) => set({ source }, mergeKey)}
      />
      <BoundField
        label={t('editing.inspector.author')}
        value={note.author}
        onWrite={(author, mergeKey) => set({ author }, mergeKey)}
      />
      <Votes votes={note.votes} onChange={(votes) => set({ votes }, `votes:${note.id}`)} />
      <Switch label={t('editing.inspector.locked')} on={note.locked} onChange={(locked) => set({ locked })} />
      <div className={partStyles.row}>
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

interface EvidenceProps {
  readonly note: Note;
  readonly onChange: (evidence: Note['evidence']) => void;
}

/** What supports the note; the chosen kind again takes it back. */
function Evidence({ note, onChange }: EvidenceProps) {
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
            aria-pressed={note.evidence === kind}
            data-tip={t(`journey.evidenceAbout.${kind}`)}
            onClick={() => onChange(note.evidence === kind ? null : kind)}
          >
            <EvidenceSign kind={kind} />
            {kind === 'observation' ? t('editing.bar.observed') : t(`journey.evidence.${kind}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

function Votes({ votes, onChange }: { readonly votes: number; readonly onChange: (votes: number) => void }) {
  const t = useT();
  return (
    <div className={partStyles.row} style={{ alignItems: 'flex-end', flexWrap: 'nowrap' }}>
      <NumberField
        className={partStyles.grow}
        label={t('editing.inspector.votes')}
        value={votes}
        min={0}
        max={9999}
        onChange={(value) => onChange(value ?? 0)}
      />
      <IconButton
        icon="hand-pointing"
        bordered
        label={t('editing.inspector.addVote')}
        onClick={() => onChange(votes + 1)}
      />
    </div>
  );
}
