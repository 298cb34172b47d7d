import { setEmotion } from '@shared/boards/empathy-map/commands/stages';
import { emotionOf, medianValence } from '@shared/boards/empathy-map/emotions';
import type { EmpathyMapDoc, EmpathyStage } from '@shared/boards/empathy-map/model';
import { drawFace } from '@shared/boards/pieces/faces';
import { type EmotionLevel, emotionLevel, formatValence } from '@shared/boards/pieces/valence';
import { themeOf } from '@shared/model/theme';
import type { Primitive } from '@shared/scene/primitives';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { partStyles, Section } from '@/editor/inspector/parts';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { NumberField } from '@/ui/NumberField';
import { useLang, useThemeName } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';
import { canSplit, splitAt } from '../splitting';
import styles from './empathyPanels.module.css';

interface FieldsProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly stage: EmpathyStage;
}

type Level = EmotionLevel;
const LEVELS: readonly Level[] = ['-2', '-1', '0', '1', '2'];

function Face({ level, size }: { readonly level: Level; readonly size: number }) {
  const theme = themeOf(useThemeName());
  const items: Primitive[] = [];
  drawFace(items, level, { x: size / 2, y: size / 2, size: size - 4 }, theme);
  return <SceneSvg width={size} height={size} items={items} />;
}

/** What is felt in a stage: a face, a word, a value by hand or that of the journey's moments; two moods can be told apart. */
export function EmotionFields({ controller, stage }: FieldsProps) {
  const t = useT();
  const lang = useLang();
  const { session } = controller;
  const felt = emotionOf(stage);
  const level = felt ? emotionLevel(felt.valence) : null;
  const set = (fields: { hand?: number | null; word?: string }, mergeKey?: string) =>
    session.run(setEmotion, { id: stage.id, fields }, mergeKey ? { mergeKey } : {});
  const value = felt ? formatValence(felt.valence, lang) : '';
  return (
    <>
      <div className={styles.felt}>
        {level && <Face level={level} size={46} />}
        <div>
          <p className={styles.feltWord}>
            {stage.word || (level ? t(`journey.emotionLevel.${level}`) : t('empathy.emotion.unknown'))}
          </p>
          {felt && (
            <p className={styles.feltValue}>
              {t(felt.byHand ? 'empathy.emotion.byHand' : 'empathy.emotion.median', { value })}
            </p>
          )}
        </div>
      </div>
      <div className={partStyles.section}>
        <span className={partStyles.label} aria-hidden="true">
          {t('empathy.emotionRow')}
        </span>
        <fieldset className={styles.faces} aria-label={t('empathy.emotionRow')}>
          {LEVELS.map((each) => (
            <button
              key={each}
              type="button"
              className={styles.face}
              aria-label={t(`journey.emotionLevel.${each}`)}
              aria-pressed={level === each}
              data-tip={t(`journey.emotionLevel.${each}`)}
              onClick={() => set({ hand: Number(each) })}
            >
              <Face level={each} size={30} />
            </button>
          ))}
        </fieldset>
      </div>
      <div className={partStyles.section}>
        <NumberField
          label={t('editing.inspector.valence')}
          value={felt?.valence ?? null}
          min={-2}
          max={2}
          step={0.1}
          onChange={(hand) => set({ hand }, `emotion:${stage.id}`)}
        />
      </div>
      <Words stage={stage} level={level} onWrite={(word, mergeKey) => set({ word }, mergeKey)} />
      <FromJourney stage={stage} onTake={() => set({ hand: null })} />
      {felt?.spread && canSplit(stage) && (
        <section className={styles.attention} aria-label={t('empathy.emotion.twoMoods')}>
          <h3>{t('empathy.emotion.twoMoods')}</h3>
          <p>
            {t('empathy.emotion.spread', {
              from: formatValence(felt.spread.min, lang),
              to: formatValence(felt.spread.max, lang),
            })}
          </p>
          <Button onClick={() => splitAt(controller, stage.id)}>{t('empathy.emotion.split')}</Button>
        </section>
      )}
    </>
  );
}

interface WordsProps {
  readonly stage: EmpathyStage;
  readonly level: Level | null;
  readonly onWrite: (word: string, mergeKey?: string) => void;
}

/** Words for what is felt: some that fit the face, or one's own. */
function Words({ stage, level, onWrite }: WordsProps) {
  const t = useT();
  const offered = t(`empathy.words.${level ?? '0'}`).split(', ');
  return (
    <div className={partStyles.section} style={{ gap: 10 }}>
      <span className={partStyles.label} aria-hidden="true" style={{ marginBottom: -4 }}>
        {t('empathy.emotion.word')}
      </span>
      <fieldset className={styles.words} aria-label={t('empathy.emotion.word')}>
        {offered.map((word) => (
          <button
            key={word}
            type="button"
            className={styles.word}
            aria-pressed={stage.word === word}
            onClick={() => onWrite(stage.word === word ? '' : word)}
          >
            {word}
          </button>
        ))}
      </fieldset>
      <BoundField
        label={t('empathy.emotion.ownWord')}
        value={offered.includes(stage.word) ? '' : stage.word}
        onWrite={onWrite}
      />
    </div>
  );
}

/** Where the value comes from; one set by hand can be given back to the journey. */
function FromJourney({ stage, onTake }: { readonly stage: EmpathyStage; readonly onTake: () => void }) {
  const t = useT();
  const lang = useLang();
  const median = medianValence(stage.moments);
  if (median === null) return null;
  const moments = stage.moments.map((value) => formatValence(value, lang)).join(t('empathy.emotion.between'));
  const value = formatValence(median, lang);
  return (
    <Section title={t('empathy.emotion.link')}>
      <p className={styles.told} style={{ marginTop: 0 }}>
        <Icon name="path" size={17} />
        <span>{t('empathy.emotion.moments', { count: stage.moments.length, moments, value })}</span>
      </p>
      {stage.hand !== null && (
        <Button icon="arrows-clockwise" onClick={onTake}>
          {t('empathy.emotion.takeBack', { value })}
        </Button>
      )}
    </Section>
  );
}
