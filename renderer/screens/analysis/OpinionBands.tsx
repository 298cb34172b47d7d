import { LEAST_FOR_BAND } from '@shared/analysis/disagreement';
import type { CurvePair, Opinions } from '@shared/analysis/opinions';
import { drawFace } from '@shared/boards/pieces/faces';
import { formatNumber, formatSigned } from '@shared/boards/pieces/valence';
import { type Theme, themeOf } from '@shared/model/theme';
import type { Primitive } from '@shared/scene/primitives';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { longDateText } from '@/app/dateText';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useLang, useThemeName } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';
import { aimBand, freePlace, opinionBand, personaBand, yOf } from './opinionDrawing';
import styles from './opinions.module.css';
import { momentName, stageSpans } from './ratingEdits';
import { useWidth } from './useWidth';

const SMALL = { height: 136, margin: 24 } as const;
const LARGE = { height: 236, margin: 24 } as const;
/** Gaps from this on are told in figures, the widest of them. */
const LEAST_TOLD = 0.5;
const MOST_TOLD = 3;
const SPLIT_BOX = { w: 196, h: 46 } as const;
/** The same words on three lines, where two would cover something. */
const NARROW_SPLIT_BOX = { w: 168, h: 62 } as const;

interface BandsProps {
  readonly view: Opinions;
  readonly isRated: boolean;
  readonly date: string;
  readonly version: number;
  readonly personas: { readonly pair: CurvePair; readonly names: readonly [string, string] } | null;
}

/** The journey's curves under its stages: persona beside persona, as is beside to be, everybody's answers. */
export function OpinionBands({ view, isRated, date, version, personas }: BandsProps) {
  const t = useT();
  const lang = useLang();
  const theme = themeOf(useThemeName());
  const inner = useRef<HTMLDivElement>(null);
  const width = useWidth(inner);
  const { steps } = view.facts;
  const count = Math.max(1, steps.length);
  const columns = { gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` };
  const told = (pair: CurvePair) => pair.gaps.filter(({ gap }) => gap >= LEAST_TOLD).slice(0, MOST_TOLD);
  const middleOf = (stepId: string) => ((steps.findIndex(({ id }) => id === stepId) + 0.5) * width) / count;
  const beside = (stepId: string, y: number): CSSProperties => {
    const x = middleOf(stepId);
    return x > width - 110 ? { right: width - x + 20, top: y } : { left: x + 20, top: y };
  };
  const small = { ...SMALL, width, theme };
  const large = { ...LARGE, width, theme };
  const opinions = isRated && width > 0 ? opinionBand(view, large) : null;
  return (
    <div className={styles.bands}>
      <div className={styles.heads}>
        <div className={styles.headTop}>
          <b>{t('opinions.count', { count: view.participants.length })}</b>
          <small>{`${date ? longDateText(date, lang) : ''}${version > 0 ? `${date ? ', ' : ''}v${version}` : ''}`}</small>
        </div>
        {personas && (
          <Head
            title={t('opinions.personas')}
            height={SMALL.height}
            margin={SMALL.margin}
            levels={[2, 0, -2]}
            theme={theme}
          >
            <Legend mark="line">{personas.names[0]}</Legend>
            <Legend mark="double">{personas.names[1]}</Legend>
          </Head>
        )}
        {view.aims && (
          <Head
            title={t('opinions.aims')}
            height={SMALL.height}
            margin={SMALL.margin}
            levels={[2, 0, -2]}
            theme={theme}
          >
            <Legend mark="line">{t('opinions.current')}</Legend>
            <Legend mark="dashed">{t('opinions.target')}</Legend>
          </Head>
        )}
        {isRated && (
          <Head
            title={t('opinions.disagreement')}
            height={LARGE.height}
            margin={LARGE.margin}
            levels={[2, 1, 0, -1, -2]}
            theme={theme}
          >
            <Legend mark="line">{t('opinions.median')}</Legend>
            <Legend mark="area">{t('opinions.quartiles')}</Legend>
            <Legend mark="dots">{t('opinions.answer')}</Legend>
            {view.moments.some(({ of }) => of && !of.band) && (
              <em>{t('opinions.fewAnswers', { least: LEAST_FOR_BAND })}</em>
            )}
          </Head>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className={styles.scroller} tabIndex={0} aria-label={t('opinions.title')}>
        <div ref={inner} style={{ minWidth: count * 74 }}>
          <div className={styles.stages} style={columns}>
            {stageSpans(view).map(({ id, title, span }) => (
              <div key={id} style={{ gridColumn: `span ${span}` }}>
                {title}
              </div>
            ))}
          </div>
          {personas && (
            <div className={styles.band} style={{ height: SMALL.height }}>
              {width > 0 && <Svg {...small} items={personaBand(personas.pair, steps, small)} />}
              {told(personas.pair).map(({ stepId, a, b, gap }) => (
                <span key={stepId} className={styles.told} style={beside(stepId, yOf(Math.min(a, b), small) - 8)}>
                  {t('opinions.gap', { gap: formatNumber(gap, lang) })}
                </span>
              ))}
            </div>
          )}
          {view.aims && (
            <div className={styles.band} style={{ height: SMALL.height }}>
              {width > 0 && <Svg {...small} items={aimBand(view.aims, steps, small, told(view.aims).length)} />}
              {told(view.aims).map(({ stepId, a, b }) => (
                <span
                  key={stepId}
                  className={classNames(styles.gain, b < a && styles.loss)}
                  style={beside(stepId, yOf(Math.min(a, b), small) - 8)}
                >
                  {formatSigned(b - a, lang)}
                </span>
              ))}
            </div>
          )}
          {opinions && (
            <div className={styles.band} style={{ height: LARGE.height }}>
              <Svg {...large} items={opinions.items} />
              {view.split.map(({ id, of }) => {
                const column = { x: middleOf(id) - width / count / 2, w: width / count };
                const wide = freePlace(column, SPLIT_BOX, opinions.taken, large);
                const narrow = wide.covered > 0 ? freePlace(column, NARROW_SPLIT_BOX, opinions.taken, large) : wide;
                const { x, y } = narrow.covered < wide.covered ? narrow : wide;
                const size = narrow.covered < wide.covered ? { width: NARROW_SPLIT_BOX.w } : { minWidth: SPLIT_BOX.w };
                return (
                  <span key={id} className={styles.split} style={{ left: x, top: y, ...size }}>
                    <Icon name="arrows-out-line-vertical" size={20} />
                    <span>
                      <b>{t('opinions.split')}</b>
                      {t('opinions.camps', {
                        pleased: of?.split?.pleased ?? 0,
                        displeased: of?.split?.displeased ?? 0,
                      })}
                    </span>
                  </span>
                );
              })}
            </div>
          )}
          <div className={styles.labels} style={columns}>
            {view.moments.map((moment, at) => (
              <span key={moment.id} className={classNames(moment.of?.split && styles.labelOn)}>
                {momentName(moment, at)}
              </span>
            ))}
          </div>
        </div>
      </section>
    </div>
  );
}

function Svg({
  width,
  height,
  items,
}: {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Primitive[];
}) {
  return <SceneSvg className={styles.svg} width={width} height={height} items={items} />;
}

interface HeadProps {
  readonly title: string;
  readonly height: number;
  readonly margin: number;
  readonly levels: readonly (2 | 1 | 0 | -1 | -2)[];
  readonly theme: Theme;
  readonly children: ReactNode;
}

/** What a band shows, the signs it uses, and its scale. */
function Head({ title, height, margin, levels, theme, children }: HeadProps) {
  const lang = useLang();
  const frame = { width: 20, height, margin, theme };
  const items: Primitive[] = [];
  for (const level of levels) drawFace(items, `${level}`, { x: 10, y: yOf(level, frame), size: 17 }, theme);
  return (
    <div className={styles.head} style={{ height }}>
      <h2>{title}</h2>
      {children}
      <SceneSvg className={styles.scale} width={20} height={height} items={items} />
      {levels.map((level) => (
        <span key={level} className={styles.level} style={{ top: yOf(level, frame) }} aria-hidden="true">
          {formatSigned(level, lang)}
        </span>
      ))}
    </div>
  );
}

function Legend({ mark, children }: { readonly mark: string; readonly children: string }) {
  // The colour that curves have on a dark sheet is not that of its letters.
  const { curve } = themeOf(useThemeName());
  return (
    <span className={styles.legend}>
      <i data-mark={mark} style={mark === 'line' ? { borderTopColor: curve } : undefined} />
      {children}
    </span>
  );
}
