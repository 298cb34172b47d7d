import { nameKey } from '@shared/analysis/register';
import { useState } from 'react';
import { useStore } from 'zustand/react';
import { useApp } from '@/app/appStore';
import { NoticeStack } from '@/app/NoticeStack';
import { leavePage } from '@/app/navigate';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { usePage } from '@/app/usePage';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { PageBar, PageCrumb, PageRail } from '@/ui/Page';
import { SearchField } from '@/ui/SearchField';
import { Segmented } from '@/ui/Segmented';
import { useT } from '@/ui/useT';
import { SaveBadge } from '../board/SaveBadge';
import { TouchpointMatrix } from './TouchpointMatrix';
import { TouchpointPanel } from './TouchpointPanel';
import styles from './TouchpointScreen.module.css';
import { TouchpointTable } from './TouchpointTable';
import { useRegister } from './useRegister';

/** Every touchpoint of the workshop's journeys, once. */
export function TouchpointScreen() {
  const open = useApp((state) => state.open);
  return open && !open.alone ? <Frame open={open} /> : null;
}

function Frame({ open }: { readonly open: OpenWorkshop }) {
  const t = useT();
  const title = useStore(open.session.store, (state) => state.doc.info.title);
  const { isRead, touchpoints, columns, placeOf, change } = useRegister(open);
  const [view, setView] = useState<'list' | 'matrix'>('list');
  const [query, setQuery] = useState('');
  const [isOnlyUnmeasured, setOnlyUnmeasured] = useState(false);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const heading = usePage();
  const wanted = nameKey(query);
  const shown = touchpoints.filter(
    (one) => (!isOnlyUnmeasured || !one.isMeasured) && nameKey(`${one.label} ${one.owner ?? ''}`).includes(wanted),
  );
  const chosen = touchpoints.find(({ key }) => key === chosenKey) ?? null;
  const unmeasured = touchpoints.filter((one) => !one.isMeasured).length;
  const list = { touchpoints: shown, chosen, onChoose: setChosenKey };
  return (
    <div className={styles.frame}>
      <PageRail label={t('analysis.register.title')} back={t('analysis.register.back')} onBack={leavePage} />
      <PageBar className={styles.bar}>
        <PageCrumb>{title || t('home.card.untitled')}</PageCrumb>
        <h1 ref={heading} tabIndex={-1}>
          {t('analysis.register.title')}
        </h1>
        <SaveBadge />
        <span className={styles.space} />
        <Button icon="arrow-left" iconSize={17} onClick={leavePage}>
          {t('analysis.register.back')}
        </Button>
      </PageBar>
      <main className={styles.main}>
        <NoticeStack />
        <div className={styles.tools}>
          <h2>
            {t('analysis.register.count', { count: touchpoints.length })}
            {touchpoints.length > 0 && <small>{t('analysis.register.unmeasured', { count: unmeasured })}</small>}
          </h2>
          <SearchField
            label={t('analysis.register.search')}
            placeholder={t('analysis.register.search')}
            value={query}
            onChange={setQuery}
          />
          <Checkbox
            label={t('analysis.register.onlyUnmeasured')}
            checked={isOnlyUnmeasured}
            onChange={setOnlyUnmeasured}
          />
          <Segmented
            label={t('analysis.register.view')}
            hideLabel
            value={view}
            options={[
              { value: 'list', label: t('analysis.register.list') },
              { value: 'matrix', label: t('analysis.register.matrix') },
            ]}
            onChange={setView}
          />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
        <section className={styles.sheet} tabIndex={0} aria-label={t('analysis.register.title')}>
          {isRead && touchpoints.length === 0 && <p className={styles.none}>{t('analysis.register.none')}</p>}
          {shown.length > 0 &&
            (view === 'list' ? <TouchpointTable {...list} /> : <TouchpointMatrix {...list} columns={columns} />)}
        </section>
      </main>
      <TouchpointPanel
        touchpoint={chosen}
        placeOf={placeOf}
        onChange={(touchpoint, fields) => {
          change(touchpoint, fields);
          // Its name is what it is found by.
          if (fields.label !== undefined) setChosenKey(nameKey(fields.label) || touchpoint.key);
        }}
      />
    </div>
  );
}
