import { setJump } from '@shared/boards/journey-map/commands/jumps';
import { JUMP_KINDS } from '@shared/boards/journey-map/enums';
import type { JourneyMapDoc, Jump } from '@shared/boards/journey-map/model';
import { jumpLabel } from '@shared/boards/journey-map/spokenLabels';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import { Segmented } from '@/ui/Segmented';
import { useT } from '@/ui/useT';

interface JumpPanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly jump: Jump;
}

/** A way beside the path: its name, and whether it leads back or around; one that leads out is nothing else. */
export function JumpPanel({ controller, doc, jump }: JumpPanelProps) {
  const t = useT();
  const { session } = controller;
  return (
    <Panel title={t(`journey.path.kind.${jump.kind}`)}>
      <p className={partStyles.note}>{jumpLabel(doc, { ...jump, label: '' }, { t })}</p>
      <BoundField
        label={t('editing.jump.name')}
        value={jump.label}
        multiline
        onWrite={(label, mergeKey) => session.run(setJump, { id: jump.id, fields: { label } }, { mergeKey })}
      />
      {jump.toStepId !== null && (
        <Segmented
          label={t('editing.jump.kind')}
          value={jump.kind}
          options={JUMP_KINDS.filter((kind) => kind !== 'exit').map((value) => ({
            value,
            label: t(`journey.path.kind.${value}`),
          }))}
          onChange={(kind) => session.run(setJump, { id: jump.id, fields: { kind } })}
        />
      )}
      <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
    </Panel>
  );
}
