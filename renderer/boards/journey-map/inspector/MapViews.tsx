import type { StepId } from '@shared/base/ids';
import { setInfo } from '@shared/boards/journey-map/commands/info';
import { MAP_FORMS, MEDIUM_VIEWS, SCOPES } from '@shared/boards/journey-map/enums';
import { formatShare } from '@shared/boards/journey-map/format';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { columnsInOrder } from '@shared/boards/journey-map/order';
import { autonomousShare } from '@shared/boards/journey-map/shown';
import type { BoardController } from '@/editor/boardController';
import { partStyles, Section } from '@/editor/inspector/parts';
import { useLang } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { Select } from '@/ui/Select';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { setForm } from '../pathActions';
import { targetLabel } from '../selectionWords';

const NONE = 'none';

interface MapViewsProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
}

/** How much of the journey the map shows, and where the person first talks to somebody who sells. */
export function MapViews({ controller, doc }: MapViewsProps) {
  const t = useT();
  const lang = useLang();
  const { info } = doc;
  const set = (fields: Partial<JourneyMapDoc['info']>) => controller.session.run(setInfo, { fields });
  const share = autonomousShare(doc);
  const moments = columnsInOrder(doc).map(({ id, title }) => ({
    value: id as string,
    label: title || targetLabel(doc, { kind: 'step', id }, t),
  }));
  return (
    <Section title={t('editing.view.title')}>
      <Segmented
        label={t('editing.view.form')}
        value={info.form}
        options={MAP_FORMS.map((value) => ({ value, label: t(`editing.view.${value}`) }))}
        onChange={(form) => setForm(controller.session, form)}
      />
      <Segmented
        label={t('editing.view.scope')}
        value={info.scope}
        options={SCOPES.map((value) => ({ value, label: t(`editing.view.${value}`) }))}
        onChange={(scope) => set({ scope })}
      />
      <Switch
        label={t('editing.view.purchaseLine')}
        on={info.purchaseLine}
        onChange={(purchaseLine) => set({ purchaseLine })}
      />
      <Segmented
        label={t('editing.view.medium')}
        value={info.medium}
        options={MEDIUM_VIEWS.map((value) => ({ value, label: t(`editing.view.${value}`) }))}
        onChange={(medium) => set({ medium })}
      />
      <Select
        label={t('editing.view.firstContact')}
        quiet
        value={info.firstContactStepId ?? NONE}
        options={[{ value: NONE, label: t('editing.detail.unsaid') }, ...moments]}
        onChange={(id) => set({ firstContactStepId: id === NONE ? null : (id as StepId) })}
      />
      {share !== null && (
        <span className={partStyles.note}>{t('journey.line.autonomous', { share: formatShare(share, lang) })}</span>
      )}
    </Section>
  );
}
