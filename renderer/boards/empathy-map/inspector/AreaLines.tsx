import { coverage, coverageOfMap } from '@shared/boards/empathy-map/evidence';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { notesOfArea, reserveOf } from '@shared/boards/empathy-map/order';
import { zoneTarget } from '@shared/boards/empathy-map/targets';
import { AREA_ICONS, AREAS } from '@shared/boards/empathy-map/zones';
import type { BoardController } from '@/editor/boardController';
import { partStyles, Section } from '@/editor/inspector/parts';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import { firstZone } from '../places';
import { openReserve } from '../reserve';
import styles from './empathyPanels.module.css';

interface LinesProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly doc: EmpathyMapDoc;
}

/** A bar of which the proven share is full. */
export function Share({ percent }: { readonly percent: number }) {
  return (
    <span className={styles.share} aria-hidden="true">
      <span style={{ width: `${percent}%` }} />
    </span>
  );
}

/** Every zone with how much of it stands on something; then what waits in reserve. A line leads to its zone. */
export function AreaLines({ controller, doc }: LinesProps) {
  const t = useT();
  const { layout } = doc.info;
  const all = coverageOfMap(doc);
  const first = firstZone(doc, null);
  const reserve = [...reserveOf(doc)];
  return (
    <>
      <Section title={t('empathy.panel.coverage')}>
        {all.percent !== null && (
          <p className={partStyles.note}>
            {t('empathy.evidence.map', { percent: all.percent, proven: all.proven, all: all.all })}
          </p>
        )}
        <ul className={styles.lines}>
          {AREAS[layout].map((area) => {
            const { percent, all: count } = coverage(notesOfArea(doc, area));
            return (
              <li key={area.id}>
                <button
                  type="button"
                  className={styles.line}
                  disabled={first === null}
                  onClick={() => first && controller.reveal(zoneTarget({ area, stageId: first.stageId }))}
                >
                  <Icon name={AREA_ICONS[area.id]} size={17} />
                  {t(`empathy.area.${area.id}`)}
                  {percent === null ? (
                    <span className={styles.count}>{t('empathy.panel.empty')}</span>
                  ) : (
                    <>
                      <Share percent={percent} />
                      <span className={styles.count}>{t('empathy.panel.areaCover', { percent, count })}</span>
                    </>
                  )}
                </button>
              </li>
            );
          })}
        </ul>
      </Section>
      {reserve.length > 0 && (
        <Section title={t('empathy.panel.reserve')}>
          <ul className={styles.lines}>
            {reserve.map(([zone, notes]) => (
              <li key={zone}>
                <button type="button" className={styles.line} onClick={() => openReserve(controller, zone)}>
                  <Icon name={AREA_ICONS[zone]} size={17} />
                  {t(`empathy.area.${zone}`)}
                  <span className={styles.count}>{notes.length}</span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
