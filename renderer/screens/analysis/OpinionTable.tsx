import type { Opinions } from '@shared/analysis/opinions';
import { formatNumber, formatValence } from '@shared/boards/pieces/valence';
import { classNames } from '@/ui/classNames';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { refOf } from './OpinionResults';
import styles from './opinions.module.css';
import { momentName } from './ratingEdits';
import { showOnMap } from './showOnMap';

/** The drawing in figures, moment by moment. */
export function OpinionTable({ view }: { readonly view: Opinions }) {
  const t = useT();
  const lang = useLang();
  return (
    <table className={styles.figures}>
      <caption>{t('opinions.table')}</caption>
      <thead>
        <tr>
          {(['moment', 'answers', 'median', 'quartiles', 'spread', 'deviation', 'views'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`opinions.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.moments.map((moment, at) => {
          const { of } = moment;
          const pairOf = (low: number, high: number) => `${formatValence(low, lang)} / ${formatValence(high, lang)}`;
          return (
            <tr key={moment.id} className={classNames(of?.split && styles.figureOn)}>
              <th scope="row">
                <button type="button" onClick={() => void showOnMap([refOf(view, moment)])}>
                  {momentName(moment, at)}
                </button>
              </th>
              <td>{of?.n ?? 0}</td>
              <td>{of ? formatValence(of.median, lang) : '–'}</td>
              <td>{of?.band ? pairOf(of.band.low, of.band.high) : '–'}</td>
              <td>{of ? pairOf(of.min, of.max) : '–'}</td>
              <td>{of ? formatNumber(of.deviation, lang) : '–'}</td>
              <td>{of?.split ? `${t('opinions.split')}, ${t('opinions.camps', { ...of.split })}` : ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
