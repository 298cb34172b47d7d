import type { SheetSize } from '../../../../scene/sheet';
import { typographic } from '../../../../text/typography';
import type { LayoutContext } from '../../../boardKind';
import type { Legend } from '../../../pieces/legend';
import { type FootWords, versionLine } from '../../../pieces/poster/posterFoot';
import { scaled } from '../../../pieces/poster/posterMetrics';
import { eyebrowText, type PosterHeading } from '../../../pieces/poster/posterTop';
import { LOW_SAMPLE } from '../../format';
import type { JourneyMapDoc } from '../../model';
import type { MapFrame } from '../frame';
import { legend } from '../legend';
import type { JourneyMetrics } from '../metrics';
import { POSTER } from './mapMetrics';

/** `Parcours client actuel, atelier « Boutique Commerce », Nantes`, the title, its result, its first persona. */
export function headingOf({ info }: JourneyMapDoc, ctx: LayoutContext): PosterHeading {
  const personaId = ctx.view.hides?.includes('persona') ? undefined : info.personaIds[0];
  const persona = personaId ? ctx.personas[personaId] : undefined;
  const { part } = ctx.view;
  const kind = ctx.t(`journey.stateLong.${info.state}`);
  const title = info.title || ctx.t('journey.newTitle');
  if (part) {
    // On one sheet of several a name stands for the card, and the result is said once.
    const about = persona ? `${kind}, ${persona.info.name}` : kind;
    return {
      icon: 'path',
      eyebrow: eyebrowText(about, ctx),
      title,
      result: part.number === 1 ? info.result : '',
      persona: undefined,
    };
  }
  return { icon: 'path', eyebrow: eyebrowText(kind, ctx), title, result: info.result, persona };
}

/** Sources, version, date and format of the map. */
export function footWords(doc: JourneyMapDoc, ctx: LayoutContext, sheet: SheetSize): FootWords {
  const sources = doc.info.sources ? ctx.t('journey.legend.sources', { sources: doc.info.sources }) : '';
  const indicators = Object.values(doc.indicators);
  const hasLegend = !ctx.view.hides?.includes('legend');
  // A figure of few answers has a star, and a star has its words: without a legend they stand here.
  const isStarred = !hasLegend && indicators.some(({ n }) => n !== null && n < LOW_SAMPLE);
  const starred = isStarred ? ctx.t('journey.legend.lowSample', { n: LOW_SAMPLE }) : '';
  const hasMetrics = indicators.length > 0 && hasLegend;
  const metrics = hasMetrics ? ctx.t('journey.legend.metrics') : '';
  return {
    sources: typographic([sources, metrics, starred].filter((part) => part !== '').join(' '), ctx.lang),
    version: versionLine(doc.info, ctx, sheet, ctx.view.part),
  };
}

/** The map's measures with a legend that keeps its size on paper, for the foot of the poster. */
export const footMetrics = (map: JourneyMetrics, k: number): JourneyMetrics => ({
  ...map,
  legend: scaled(map.legend, k),
  note: { ...map.note, voteDot: POSTER.note.voteDot * k },
});

/** The legend of the foot for the room that is left. */
export const footLegend =
  (frame: MapFrame) =>
  (width: number): Legend =>
    legend(frame, {
      faces: ['-2', '-1', '0', '1', '2'],
      emotionText: frame.t('journey.legend.emotion'),
      voteText: frame.t('journey.legend.workshopVote'),
      papers: true,
      folded: false,
      metrics: false,
      width,
    });
