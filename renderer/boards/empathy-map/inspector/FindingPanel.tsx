import { setFindingText } from '@shared/boards/empathy-map/commands/findings';
import type { EmpathyMapDoc, Finding } from '@shared/boards/empathy-map/model';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, Section } from '@/editor/inspector/parts';
import { classNames } from '@/ui/classNames';
import { useT } from '@/ui/useT';
import { noteOf } from '../entities';
import { targetLabel } from '../words';
import styles from './empathyPanels.module.css';

interface FindingPanelProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly doc: EmpathyMapDoc;
  readonly finding: Finding;
}

/** A contradiction: what they say, what they do, what that tells. */
export function FindingPanel({ controller, doc, finding }: FindingPanelProps) {
  const t = useT();
  return (
    <Panel title={targetLabel(doc, { kind: 'finding', id: finding.id }, t)}>
      {(['sayId', 'doId'] as const).map((end) => (
        <Section key={end} title={t(`empathy.area.${end === 'sayId' ? 'say' : 'do'}`)}>
          <button
            type="button"
            className={classNames(styles.quote, end === 'doId' && styles.deed)}
            onClick={() => controller.reveal({ kind: 'note', id: finding[end] })}
          >
            {noteOf(doc, finding[end])?.text || t('journey.outline.empty')}
          </button>
        </Section>
      ))}
      <BoundField
        label={t('empathy.finding.text')}
        value={finding.text}
        multiline
        placeholder={t('empathy.finding.textHint')}
        onWrite={(text, mergeKey) => controller.session.run(setFindingText, { id: finding.id, text }, { mergeKey })}
      />
      <ActButton controller={controller} act="deleteSelection" label={t('empathy.finding.remove')} icon="trash" />
    </Panel>
  );
}
