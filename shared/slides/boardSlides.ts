import type { LayoutContext } from '../boards/boardKind';
import type { EmpathyMapDoc } from '../boards/empathy-map/model';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import { levelWord } from '../boards/journey-map/spokenLabels';
import type { PersonaDoc } from '../boards/persona/model';
import type { EmotionLevel } from '../boards/pieces/valence';
import type { AnyDoc, SheetKindId } from '../model/document';
import { journeyDeck, type StageSlide } from '../presenting/journeyDeck';
import { reportWords } from '../report/reportWords';
import type { Scene } from '../scene/primitives';
import { quoted, typographic } from '../text/typography';
import { boardWords } from './boardWords';
import type { PptxSlide } from './pptx';
import type { Rest, StageContext } from './stagePage';
import { stageScene } from './stageScene';
import { standsAsTitle, standsOver, wordPages } from './wordPages';

type Words = Pick<LayoutContext, 't' | 'lang' | 'measure' | 'personas'> & {
  /** Ids of the stages of a journey that have slides; absent for all that it shows. */
  readonly stages?: readonly string[];
};

/** What a board or a persona becomes. */
export interface BoardSlides {
  /** The whole sheet, then what is told of it: for the room. */
  readonly main: readonly PptxSlide[];
  /** Everything that it says, in letters that are read: the whole sheet on a slide is too small for that. */
  readonly fullText: readonly PptxSlide[];
}

/** A board of a presentation, with the title of its tab. */
export interface DeckBoard {
  readonly title: string;
  readonly slides: BoardSlides;
}

/** The slides of boards as one presentation: a section for each board, and one at the end for the full text of all. */
export function deckOf(boards: readonly DeckBoard[], lang: 'fr' | 'en'): readonly PptxSlide[] {
  const begun = (slides: readonly PptxSlide[], section: string): readonly PptxSlide[] =>
    slides.map((slide, at) => (at === 0 ? { ...slide, section } : slide));
  const main = boards.flatMap(({ title, slides }) => begun(slides.main, title || slides.main[0]?.scene.title || ''));
  const full = boards.flatMap(({ slides }) => slides.fullText);
  return [...main, ...begun(full, reportWords(lang)('slides.fullText'))];
}

/**
 * The slides of a board or a persona: the whole of it as it is laid out (`scene`, for a sheet of the proportions of a slide), then, of a journey, one for each stage that it shows, with
 * as many more as its texts go on over; apart from these the full text. What the facilitator wrote for a stage is in the notes of its slide.
 */
export function boardSlides(doc: AnyDoc, scene: Scene, words: Words): BoardSlides {
  const whole: PptxSlide = { scene, notes: aboutSheet(doc, words) };
  const ctx = contextOf(doc, scene, words);
  const main = doc.kind === 'journey-map' ? [whole, ...stageSlides(doc as JourneyMapDoc, ctx, words)] : [whole];
  return { main, fullText: fullText(doc, ctx, words) };
}

function contextOf(doc: AnyDoc, scene: Scene, words: Words): StageContext {
  const { t, lang, measure, personas } = words;
  const ownWord = (level: EmotionLevel): string =>
    doc.kind === 'journey-map' ? levelWord(doc as JourneyMapDoc, level, words) : t(`journey.emotionLevel.${level}`);
  const context = { t, r: reportWords(lang), lang, measure, levelWord: ownWord, persona: undefined };
  if (doc.kind === 'persona') return { ...context, title: (doc as PersonaDoc).info.name.trim() || scene.title };
  const { info } = doc as EmpathyMapDoc | JourneyMapDoc;
  const [first] = 'personaIds' in info ? info.personaIds : [];
  const title = info.title.trim() || scene.title;
  return { ...context, title: typographic(title, lang), persona: first ? personas[first] : undefined };
}

function stageSlides(doc: JourneyMapDoc, ctx: StageContext, words: Words): readonly PptxSlide[] {
  const deck = journeyDeck(doc, words.stages);
  return deck.slides.flatMap((slide) => {
    if (slide.kind !== 'stage') return [];
    const { scene, rest } = stageScene(slide, deck, ctx);
    return [{ scene, notes: stageNotes(slide, words) }, ...continued(slide, rest, ctx)];
  });
}

/** What had no room on the slide of a stage. */
function continued(slide: StageSlide, rest: readonly Rest[], ctx: StageContext): readonly PptxSlide[] {
  const number = ctx.t('journey.stageUntitled', { number: slide.number });
  const named = ctx.r('slides.continued', { title: slide.title ? `${slide.number}. ${slide.title}` : number });
  const title = standsAsTitle(named, ctx) ? named : ctx.r('slides.continued', { title: number });
  const over = standsOver(ctx.title, ctx) ? ctx.title : ctx.t('journey.name');
  return wordPages([{ kind: 'facts', items: rest }], { title, over }, ctx).map((scene) => ({ scene, notes: [] }));
}

const NAMES = { 'journey-map': 'journey.name', 'empathy-map': 'empathy.name', persona: 'persona.name' } as const;

function fullText(doc: AnyDoc, ctx: StageContext, words: Words): readonly PptxSlide[] {
  const about = aboutSheet(doc, words).map((text) => typographic(text.replace(/\s*\n\s*/g, ' '), ctx.lang));
  const blocks = boardWords(doc, about, ctx, words);
  const title = standsAsTitle(ctx.title, ctx) ? ctx.title : ctx.t(NAMES[doc.kind as SheetKindId]);
  const over = ctx.r('slides.fullText');
  return wordPages(blocks, { title, over }, ctx).map((scene) => ({ scene, notes: [] }));
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
