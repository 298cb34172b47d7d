import { formatIndicator, LOW_SAMPLE, trendOf } from '@shared/boards/journey-map/format';
import { CHANNEL_ICONS } from '@shared/boards/journey-map/layout/laneIcons';
import { drawFace } from '@shared/boards/pieces/faces';
import { emotionLevel, formatNumber } from '@shared/boards/pieces/valence';
import { translator } from '@shared/i18n/translate';
import { type Theme, themeOf } from '@shared/model/theme';
import type { SlideIndicator, SlideQuote, StageSlide } from '@shared/presenting/journeyDeck';
import type { PartSlide } from '@shared/presenting/parts';
import { type SheetDeck, sheetDeck } from '@shared/presenting/sheetDeck';
import type { Primitive } from '@shared/scene/primitives';
import { quoted, typographic } from '@shared/text/typography';
import { Fragment, useMemo, useRef } from 'react';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { SpokenLang, useLang } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';
import { MapPicture } from './MapPicture';
import { PartFace } from './PartFace';
import { aboutOf, Head } from './SlideHead';
import styles from './Stage.module.css';
import { StageCurve } from './StageCurve';
import type { StageProps } from './show';
import { slideName } from './slideName';
import { QUOTE_LIMITS, sizeOf, TITLE_LIMITS } from './slideSizes';
import { useTightness } from './useTightness';

/** What the room sees, in its language: a slide, or nothing but black. */
export function Stage(props: StageProps) {
  const { sheet, show } = props;
  const t = translator(show.lang);
  const { doc, personas } = sheet;
  const deck = useMemo(() => sheetDeck(doc, { t, lang: show.lang, personas }), [doc, personas, t, show.lang]);
  const at = Math.min(show.at, deck.slides.length - 1);
  const slide = deck.slides[at];
  const part = slide && slide.kind !== 'overview' ? slide : null;
  return (
    <div className={styles.stage} data-theme={show.theme} data-slide={at} lang={show.lang}>
      <SpokenLang.Provider value={show.lang}>
        {part && !show.isMap ? (
          part.kind === 'stage' ? (
            <StageFace key={part.id} {...props} deck={deck} slide={part} />
          ) : (
            <PartFace key={part.id} {...props} slide={part} />
          )
        ) : (
          <MapFace {...props} deck={deck} slide={part} />
        )}
      </SpokenLang.Provider>
      <div className={styles.progress} aria-hidden="true">
        <span style={{ width: `${(at / Math.max(1, deck.slides.length - 1)) * 100}%` }} />
      </div>
      {show.isBlack && <div className={styles.black} data-testid="present-black" />}
    </div>
  );
}

interface FaceProps extends StageProps {
  readonly deck: SheetDeck;
}

/** The sheet itself: all of it, or at a part. */
function MapFace(props: FaceProps & { readonly slide: StageSlide | PartSlide | null }) {
  const { sheet, show, readAsset, deck, slide } = props;
  const t = useT();
  const { title, sub } = aboutOf(sheet, t);
  const part = slide?.kind === 'stage' ? { kind: 'stage', id: slide.id } : (slide?.target ?? null);
  return (
    <section className={classNames(styles.slide, styles.whole, slide && styles.atStage)}>
      <Head {...props} isWhole={!slide} />
      <div>
        <h2 className={styles.title} data-size={sizeOf(title, TITLE_LIMITS)}>
          {slide ? (
            <>
              <b>{slide.number}</b>
              {slide.title || t('journey.stageUntitled', { number: slide.number })}
            </>
          ) : (
            title
          )}
        </h2>
        {!slide && sub && <p className={styles.sub}>{typographic(sub, show.lang)}</p>}
      </div>
      <MapPicture
        sheet={sheet}
        lang={show.lang}
        theme={show.theme}
        part={part}
        readAsset={readAsset}
        label={slideName(deck, show.at, t)}
      />
    </section>
  );
}

function StageFace(props: FaceProps & { readonly slide: StageSlide }) {
  const { show, deck, slide } = props;
  const t = useT();
  const theme = themeOf(show.theme);
  const title = slide.title || t('journey.stageUntitled', { number: slide.number });
  const main = useRef<HTMLDivElement>(null);
  const tight = useTightness(main, slide);
  const told = [slide.duration, ...slide.moments].filter(Boolean);
  return (
    <section className={styles.slide}>
      <Head {...props}>
        <span>{t('present.place', { number: slide.number, count: deck.spans.length })}</span>
      </Head>
      <div className={styles.titles}>
        <div className={styles.number} aria-hidden="true">
          {slide.number}
        </div>
        <div>
          <h2 className={styles.title} data-size={sizeOf(title, TITLE_LIMITS)}>
            {title}
          </h2>
          {told.length > 0 && (
            <p className={styles.sub}>
              {told.map((part, at) => (
                // Each in one line where it fits one; two may say the same.
                // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name than their place.
                <Fragment key={at}>
                  <span>{`${typographic(part, show.lang)}${at < told.length - 1 ? '\u00A0·' : ''}`}</span>{' '}
                </Fragment>
              ))}
            </p>
          )}
        </div>
      </div>
      <div ref={main} className={styles.main} data-tight={tight}>
        <div>{slide.quote ? <Quote quote={slide.quote} /> : <Actions actions={slide.actions} />}</div>
        <div className={styles.side}>
          {slide.indicators.length > 0 ? (
            <ul className={styles.figures}>
              {slide.indicators.map((one) => (
                <Figure key={one.id} indicator={one} theme={theme} />
              ))}
            </ul>
          ) : (
            <p className={styles.gap}>{t('journey.indicator.notMeasured')}</p>
          )}
          <div className={styles.papers}>
            {slide.pain && <Paper kind="pain-points" icon="warning" text={slide.pain} />}
            {slide.opportunity && <Paper kind="opportunities" icon="lightbulb" text={slide.opportunity} />}
          </div>
        </div>
      </div>
      <StageCurve deck={deck} stageId={slide.id} theme={theme} />
    </section>
  );
}

function Quote({ quote }: { readonly quote: SlideQuote }) {
  const lang = useLang();
  return (
    <>
      <blockquote className={styles.quote} data-size={sizeOf(quote.text, QUOTE_LIMITS)}>
        {quoted(quote.text, lang)}
      </blockquote>
      {(quote.where || quote.doing) && (
        <p className={styles.where}>
          {quote.where && <b>{quote.where}</b>}
          {quote.doing}
        </p>
      )}
    </>
  );
}

/** Where nobody is quoted, what is done speaks. */
function Actions({ actions }: { readonly actions: readonly string[] }) {
  const lang = useLang();
  return (
    <ul className={styles.actions}>
      {actions.map((text) => (
        <li key={text}>{typographic(text, lang)}</li>
      ))}
    </ul>
  );
}

function Paper({
  kind,
  icon,
  text,
}: {
  readonly kind: 'pain-points' | 'opportunities';
  readonly icon: 'warning' | 'lightbulb';
  readonly text: string;
}) {
  const t = useT();
  const lang = useLang();
  return (
    <div className={classNames(styles.paper, kind === 'opportunities' && styles.idea)}>
      <span className="visually-hidden">{t(`journey.lane.${kind}`)}</span>
      <Icon name={icon} size={20} />
      <span>{typographic(text, lang)}</span>
    </div>
  );
}

const FACE = 50;
const SPARK = { width: 96, height: 30, inset: 6 };

function Figure({ indicator, theme }: { readonly indicator: SlideIndicator; readonly theme: Theme }) {
  const t = useT();
  const lang = useLang();
  const { metric, value, n, trend, valence } = indicator;
  const face: Primitive[] = [];
  if (valence !== null) drawFace(face, emotionLevel(valence), { x: FACE / 2, y: FACE / 2, size: FACE }, theme);
  const sample =
    n === null ? t('journey.indicator.sampleUnknown') : t('journey.indicator.sample', { n: formatNumber(n, lang) });
  // Said in words: a slide has no legend.
  const isLow = n !== null && n < LOW_SAMPLE;
  return (
    <li className={styles.figure}>
      <div className={styles.label}>
        {indicator.channel && <Icon name={CHANNEL_ICONS[indicator.channel]} size={28} />}
        <span>{indicator.label}</span>
      </div>
      <div className={styles.value}>
        {formatIndicator(value, metric, lang)}
        {valence !== null && <SceneSvg width={FACE} height={FACE} items={face} />}
      </div>
      <div className={styles.sample}>
        {`${t(`journey.metric.${metric}`)}, ${isLow ? t('present.indicative', { sample }) : sample}`}
        {trend.length > 1 && <SceneSvg width={SPARK.width} height={SPARK.height} items={sparkline(trend, theme)} />}
      </div>
    </li>
  );
}

/** The last readings: red when the last is below the first, green else. */
function sparkline(trend: readonly number[], theme: Theme): readonly Primitive[] {
  const { width, height, inset } = SPARK;
  const least = Math.min(...trend);
  const range = Math.max(...trend) - least || 1;
  const points = trend.flatMap((reading, at) => [
    inset + (at * (width - 2 * inset)) / (trend.length - 1),
    height - inset - ((reading - least) / range) * (height - 2 * inset),
  ]);
  const color = trendOf(trend) === 'falling' ? theme.color.red : theme.color.green;
  const [x = 0, y = 0] = points.slice(-2);
  const dot: Primitive = { type: 'rect', x: x - 4.5, y: y - 4.5, w: 9, h: 9, radius: 4.5, fill: color };
  return [{ type: 'line', points, stroke: color, strokeWidth: 3, lineJoin: 'round', lineCap: 'round' }, dot];
}
