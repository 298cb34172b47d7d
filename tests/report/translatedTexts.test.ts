import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { JourneyMapDoc, Note } from '../../shared/boards/journey-map/model';
import { boardKind } from '../../shared/boards/registry';
import { translator } from '../../shared/i18n/translate';
import { LIGHT } from '../../shared/model/theme';
import type { Translation } from '../../shared/model/translation';
import { placedTexts } from '../../shared/redact/textPlaces';
import { buildReport } from '../../shared/report/buildReport';
import { reportMarkdown } from '../../shared/report/markdown';
import { sceneToHtml } from '../../shared/scene/sceneToHtml';
import { sheetSize } from '../../shared/scene/sheet';
import { boardSlides, deckOf } from '../../shared/slides/boardSlides';
import { pptxBytes } from '../../shared/slides/pptx';
import { inLanguage } from '../../shared/translate/texts';
import { fontkitMeasurer } from '../support/fontkitMeasurer';
import { sampleReportSource } from '../support/sampleReport';

const { personas, boards, workshop } = sampleReportSource('fr');
const ASSET = 'a'.repeat(64);
const WORDS: Readonly<Record<string, string>> = { Basquette: 'A shoe', repérage: 'field trip', furibarde: 'furious' };

/** The sample's first journey with a picture, a tag and a word for its worst moments, and what they say in English. */
function spokenJourney(): JourneyMapDoc {
  const doc = boards.find(({ kind }) => kind === 'journey-map')?.doc as JourneyMapDoc;
  const [first] = Object.values<Note>(doc.notes).filter(({ text }) => text === 'Des fiches techniques illisibles');
  if (!first) throw new Error('the sample has that pain');
  const image = { asset: ASSET, width: 40, height: 30, alt: 'Basquette' } as Note['image'];
  const points = Object.entries(doc.emotionPoints).map(([id, point]) => [id, { ...point, word: '' }]);
  const full = {
    ...doc,
    info: { ...doc.info, emotionWords: ['furibarde', 'furibarde'] },
    notes: { ...doc.notes, [first.id]: { ...first, text: '', image, tags: ['repérage'] } },
    emotionPoints: Object.fromEntries(points),
  } as JourneyMapDoc;
  const translations = placedTexts(full).flatMap(({ where, entityId, field, text: source }, at) => {
    const text = WORDS[source];
    return text ? [[`t${at}`, { id: `t${at}`, where, entityId, field, lang: 'en', source, text } as Translation]] : [];
  });
  return inLanguage({ ...full, translations: Object.fromEntries(translations) } as JourneyMapDoc, 'en');
}

it('tags, own words for feelings and what pictures show are said on posters, in the PDF’s texts, on slides and in the report', () => {
  const doc = spokenJourney();
  const words = { measure: fontkitMeasurer, t: translator('en'), lang: 'en' as const, personas: {} };
  const sheet = sheetSize('A1', 'landscape');
  const view = { form: 'poster' as const, focus: null, sheet };
  const scene = boardKind('journey-map').layout(doc, { ...words, theme: LIGHT, workshop, view });
  const page = sceneToHtml(scene, {
    ...sheet,
    title: '',
    lang: 'en',
    fontFolder: '',
    images: new Map([[ASSET, 'blob:a']]),
  });
  for (const said of ['A shoe', '#field trip', 'furious']) expect(page).toContain(said);
  const slides = deckOf([{ title: '', slides: boardSlides(doc, scene, words) }], 'en');
  const pictures = new Map([[ASSET, { type: 'png' as const, bytes: new Uint8Array([1]) }]]);
  const parts = unzipSync(pptxBytes(slides, { title: '', lang: 'en', pictures, today: '2026-11-27' }));
  const xml = Object.entries(parts).flatMap(([name, bytes]) => (/slides\/slide/.test(name) ? [strFromU8(bytes)] : []));
  for (const said of ['descr="A shoe"', '#field trip', 'descr="furious"']) expect(xml.join()).toContain(said);
  const source = { workshop, personas, boards: [{ id: boards[0]!.id, kind: 'journey-map' as const, title: '', doc }] };
  const report = strFromU8(
    reportMarkdown(buildReport(source, { lang: 'en', parts: ['journeys'], today: '2026-11-27' })),
  );
  for (const said of ['A shoe', 'furious']) expect(report).toContain(said);
  for (const written of Object.keys(WORDS)) expect([page, ...xml, report].join()).not.toContain(written);
});
