import { setNoteFields, setNoteText } from '@shared/boards/empathy-map/commands/notes';
import { linkPieces } from '@shared/boards/empathy-map/linkPieces';
import type { EmpathyMapDoc, EmpathyNote } from '@shared/boards/empathy-map/model';
import { findingsInOrder } from '@shared/boards/empathy-map/order';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { LinkFields } from '@/editor/inspector/LinkFields';
import { NoteFields } from '@/editor/inspector/NoteFields';
import { ActButton, Panel, partStyles, Section } from '@/editor/inspector/parts';
import type { BoardViewProps } from '@/session/boardHandle';
import type { OtherBoards } from '@/session/otherBoards';
import { Button } from '@/ui/Button';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { groupOf } from '../entities';
import { canPlace, setPlaced } from '../placing';
import { relink } from '../relinking';
import { targetLabel } from '../words';

interface NotePanelProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly doc: EmpathyMapDoc;
  readonly note: EmpathyNote;
  readonly others: OtherBoards;
  readonly personas: BoardViewProps['personas'];
}

/** A note: what it says and stands on, where journeys took it up, what can be made of it. */
export function NotePanel({ controller, doc, note, others, personas }: NotePanelProps) {
  const t = useT();
  const { session } = controller;
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
      <NoteFields controller={controller} notes={[note]}>
        <LinkFields
          piece={{ ...target, text: note.text, links: note.links }}
          own={linkPieces(doc)}
          nameOf={(one) => targetLabel(doc, one, t)}
          others={others}
          personas={personas}
          reveal={(one) => controller.reveal(one)}
          onLinks={(links) => session.run(setNoteFields, { id: note.id, fields: { links } })}
          onRelink={(...link) => relink(session, ...link)}
          takenUpTitle={t('empathy.panel.takenUp')}
        />
        <div className={partStyles.section}>
          <Button icon="lightbulb" onClick={() => void controller.perform('addOpportunity')}>
            {t('editing.menu.toOpportunity')}
          </Button>
          <Button icon="warning" onClick={() => void controller.perform('addPainPoint')}>
            {t('editing.menu.toPainPoint')}
          </Button>
        </div>
      </NoteFields>
      {canPlace(doc) && (
        <Switch
          label={t('empathy.placing.byHand')}
          on={note.place !== null}
          disabled={note.locked}
          onChange={(placed) => setPlaced(controller, [target], placed)}
        />
      )}
      <Findings controller={controller} doc={doc} note={note} />
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

/** Contradictions the note is part of; for a note of the zones they are about, how one is marked. */
function Findings({ controller, doc, note }: Omit<NotePanelProps, 'others' | 'personas'>) {
  const t = useT();
  const all = findingsInOrder(doc);
  const own = all.filter(({ sayId, doId }) => sayId === note.id || doId === note.id);
  if (own.length === 0 && note.zone !== 'say' && note.zone !== 'do') return null;
  return (
    <Section title={t('empathy.finding.title')}>
      {own.map((finding) => (
        <Button
          key={finding.id}
          size="small"
          variant="ghost"
          icon="not-equals"
          onClick={() => controller.reveal({ kind: 'finding', id: finding.id })}
        >
          {t('empathy.select.finding', { number: all.indexOf(finding) + 1 })}
        </Button>
      ))}
      {own.length === 0 && <p className={partStyles.note}>{t('empathy.finding.how')}</p>}
    </Section>
  );
}
