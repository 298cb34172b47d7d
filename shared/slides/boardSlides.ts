import type { LayoutContext } from '../boards/boardKind';
import type { EmpathyMapDoc } from '../boards/empathy-map/model';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import { levelWord } from '../boards/journey-map/spokenLabels';
import type { PersonaDoc } from '../boards/persona/model';
import type { EmotionLevel } from '../boards/pieces/valence';
import type { AnyDoc } from '../model/document';
import { journeyDeck, type StageSlide } from '../presenting/journeyDeck';
import type { Scene } from '../scene/primitives';
import { quoted } from '../text/typography';
import type { PptxSlide } from './pptx';
import { stageScene } from './stageScene';

type Words = Pick<LayoutContext, 't' | 'lang' | 'measure' | 'personas'>;

/**
 * The slides of a board or a persona: the whole of it as it is laid out (`scene`, for a sheet of the proportions of a slide), then, of a journey, one for each stage that it shows. What
 * the facilitator wrote for a stage is in its notes, with all that the slide has no room for.
 */
export function boardSlides(doc: AnyDoc, scene: Scene, words: Words): readonly PptxSlide[] {
  const whole: PptxSlide = { scene, notes: aboutSheet(doc, words) };
  if (doc.kind !== 'journey-map') return [whole];
  const journey = doc as JourneyMapDoc;
  const deck = journeyDeck(journey);
  const [first] = journey.info.personaIds;
  const { t, lang, measure, personas } = words;
  const ctx = {
    t,
    lang,
    measure,
    title: journey.info.title || scene.title,
    levelWord: (level: EmotionLevel) => levelWord(journey, level, words),
    persona: first ? personas[first] : undefined,
  };
  const stages = deck.slides.flatMap((slide) =>
    slide.kind === 'stage' ? [{ scene: stageScene(slide, deck, ctx), notes: stageNotes(slide, words) }] : [],
  );
  return [whole, ...stages];
}

/** What a sheet says of itself in a sentence, and where its facts come from. */
function aboutSheet(doc: AnyDoc, { t }: Words): readonly string[] {
  const sources = (text: string) => (text.trim() ? t('journey.legend.sources', { sources: text.trim() }) : '');
  const said = (): readonly string[] => {
    if (doc.kind === 'journey-map') {
      const { result, sources: from } = (doc as JourneyMapDoc).info;
      return [result, sources(from)];
    }
    if (doc.kind === 'empathy-map') {
      const { situation, goal, sources: from } = (doc as EmpathyMapDoc).info;
      return [situation, goal, sources(from)];
    }
    const { tagline, quote } = (doc as PersonaDoc).info;
    return [tagline, quote];
  };
  return said().filter((line) => line.trim() !== '');
}

function stageNotes(slide: StageSlide, { t, lang }: Words): readonly string[] {
  const { notes, moments, actions, quote, pain, opportunity } = slide;
  const about = (lane: 'actions' | 'pain-points' | 'opportunities', texts: readonly string[]) =>
    texts.length === 0 ? [] : [`${t(`journey.lane.${lane}`)}${lang === 'fr' ? '\u00A0' : ''}: ${texts.join(' · ')}`];
  return [
    ...(notes.trim() ? [notes.trim(), ''] : []),
    ...(moments.length > 0 ? [moments.join(' · ')] : []),
    ...about('actions', actions),
    ...(quote ? [quoted(quote.text, lang)] : []),
    ...about('pain-points', pain ? [pain] : []),
    ...about('opportunities', opportunity ? [opportunity] : []),
  ];
}
