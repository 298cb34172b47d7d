import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import { chosenNotes } from '../noteActions';
import { ArrangeButtons } from './ArrangeButtons';
import { NoteFields } from './NoteFields';
import { ActButton, Panel, partStyles } from './parts';

interface ManyPanelProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  readonly selection: readonly Target[];
}

/** Several things at once: what the notes among them say, then what is done with all. */
export function ManyPanel<Doc extends AnyDoc>({ controller, selection }: ManyPanelProps<Doc>) {
  const t = useT();
  const notes = chosenNotes(controller);
  const { ManyExtra } = controller.plug.panels;
  return (
    <Panel title={t('editing.inspector.many', { count: selection.length })}>
      {notes.length > 0 && <NoteFields key={notes.map(({ id }) => id).join()} controller={controller} notes={notes} />}
      {controller.plug.free && <ArrangeButtons controller={controller} />}
      {ManyExtra && <ManyExtra controller={controller} selection={selection} />}
      <div className={partStyles.row}>
        {notes.length > 0 && !controller.plug.notes.proofOnly && (
          <ActButton controller={controller} act="groupNotes" label={t('editing.menu.group')} icon="stack-plus" />
        )}
        <ActButton controller={controller} act="duplicate" label={t('editing.inspector.duplicate')} icon="copy" />
        <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
      </div>
    </Panel>
  );
}
