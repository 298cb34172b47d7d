import { strToU8, zipSync } from 'fflate';
import type { Scene } from '../scene/primitives';
import { escapeXml } from '../scene/svgShapes';
import { SlideDrawing } from './slideDrawing';
import {
  layoutXml,
  masterXml,
  notesMasterXml,
  notesXml,
  PACKAGE,
  presentationXml,
  RELATIONS,
  slideXml,
} from './slideParts';
import { colourXml, themeXml } from './slideTheme';

/** A slide: what stands on it, and what only the one who speaks sees, a paragraph for each line. */
export interface PptxSlide {
  readonly scene: Scene;
  readonly notes: readonly string[];
  /** Title of the section of the presentation that begins with it. The first slide has one as soon as any has. */
  readonly section?: string;
}

export interface PptxPicture {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpeg' | 'gif';
}

export interface PptxRequest {
  readonly title: string;
  readonly lang: 'fr' | 'en';
  /** By the asset that scenes name. What is missing stands as a grey box. */
  readonly pictures: ReadonlyMap<string, PptxPicture>;
  /** Day that the file is dated, `YYYY-MM-DD`: the same input gives the same bytes. */
  readonly today: string;
}

type Relation = readonly [id: string, type: string, target: string];

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const SLIDEML = `${OFFICE}.presentationml`;
const LANGUAGES = { fr: 'fr-FR', en: 'en-GB' } as const;

/**
 * A presentation (Office Open XML, ECMA-376 part 1, transitional) whose slides are 16 to 9: shapes are shapes, text is text, colours and fonts are those of its theme, notes stand on the
 * page of notes. Scenes of other proportions stand in the middle.
 */
export function pptxBytes(slides: readonly PptxSlide[], { title, lang, pictures, today }: PptxRequest): Uint8Array {
  const language = LANGUAGES[lang];
  const known = new Set(pictures.keys());
  const drawn = slides.map(({ scene, notes }) => {
    const drawing = new SlideDrawing(scene, known);
    return { xml: slideXml(drawing.shapes(), colourXml(scene.background)), pictures: drawing.pictures, notes };
  });
  const used = [...new Set(drawn.flatMap((slide) => slide.pictures))];
  const mediaName = (asset: string): string =>
    `picture${used.indexOf(asset) + 1}.${pictures.get(asset)?.type === 'jpeg' ? 'jpg' : pictures.get(asset)?.type}`;
  const moment = `${today}T00:00:00Z`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(slides.length),
    '_rels/.rels': relations([
      ['rId1', `${RELATIONS}/officeDocument`, 'ppt/presentation.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ['rId3', `${RELATIONS}/extended-properties`, 'docProps/app.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Personarium</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`,
    'docProps/app.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Personarium</Application><Slides>${slides.length}</Slides></Properties>`,
    'ppt/presentation.xml': presentationXml(
      slides.map(({ section }) => section),
      language,
    ),
    'ppt/_rels/presentation.xml.rels': relations([
      ['rIdMaster', `${RELATIONS}/slideMaster`, 'slideMasters/slideMaster1.xml'],
      ['rIdNotesMaster', `${RELATIONS}/notesMaster`, 'notesMasters/notesMaster1.xml'],
      ['rIdTheme', `${RELATIONS}/theme`, 'theme/theme1.xml'],
      ...slides.map((_, at): Relation => [`rIdSlide${at + 1}`, `${RELATIONS}/slide`, `slides/slide${at + 1}.xml`]),
    ]),
    'ppt/theme/theme1.xml': themeXml(),
    'ppt/theme/theme2.xml': themeXml(),
    'ppt/slideMasters/slideMaster1.xml': masterXml(),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([
      ['rIdLayout', `${RELATIONS}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
      ['rIdTheme', `${RELATIONS}/theme`, '../theme/theme1.xml'],
    ]),
    'ppt/slideLayouts/slideLayout1.xml': layoutXml(),
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations([
      ['rIdMaster', `${RELATIONS}/slideMaster`, '../slideMasters/slideMaster1.xml'],
    ]),
    'ppt/notesMasters/notesMaster1.xml': notesMasterXml(),
    'ppt/notesMasters/_rels/notesMaster1.xml.rels': relations([
      ['rIdTheme', `${RELATIONS}/theme`, '../theme/theme2.xml'],
    ]),
  };
  for (const [at, { xml, pictures: own, notes }] of drawn.entries()) {
    const number = at + 1;
    parts[`ppt/slides/slide${number}.xml`] = xml;
    parts[`ppt/slides/_rels/slide${number}.xml.rels`] = relations([
      ['rIdLayout', `${RELATIONS}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
      ['rIdNotes', `${RELATIONS}/notesSlide`, `../notesSlides/notesSlide${number}.xml`],
      ...own.map(
        (asset, index): Relation => [`rIdPicture${index + 1}`, `${RELATIONS}/image`, `../media/${mediaName(asset)}`],
      ),
    ]);
    parts[`ppt/notesSlides/notesSlide${number}.xml`] = notesXml(notes, language);
    parts[`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`] = relations([
      ['rIdMaster', `${RELATIONS}/notesMaster`, '../notesMasters/notesMaster1.xml'],
      ['rIdSlide', `${RELATIONS}/slide`, `../slides/slide${number}.xml`],
    ]);
  }
  const texts = Object.entries(parts).map(([name, inside]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${inside}`),
  ]);
  const media = used.flatMap((asset) => {
    const picture = pictures.get(asset);
    // They are packed already.
    return picture ? [[`ppt/media/${mediaName(asset)}`, [picture.bytes, { level: 0 }]] as const] : [];
  });
  // One date for every file, so that the same slides are the same bytes.
  return zipSync(Object.fromEntries([...texts, ...media]), { mtime: '1980-01-01T00:00:00' });
}

function contentTypes(count: number): string {
  const numbered = (folder: string, name: string) =>
    Array.from({ length: count }, (_, at) => override(`ppt/${folder}/${name}${at + 1}.xml`, `${SLIDEML}.${name}`));
  const overrides = [
    override('ppt/presentation.xml', `${SLIDEML}.presentation.main`),
    override('ppt/slideMasters/slideMaster1.xml', `${SLIDEML}.slideMaster`),
    override('ppt/slideLayouts/slideLayout1.xml', `${SLIDEML}.slideLayout`),
    override('ppt/notesMasters/notesMaster1.xml', `${SLIDEML}.notesMaster`),
    override('ppt/theme/theme1.xml', `${OFFICE}.theme`),
    override('ppt/theme/theme2.xml', `${OFFICE}.theme`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties'),
    override('docProps/app.xml', `${OFFICE}.extended-properties`),
    ...numbered('slides', 'slide'),
    ...numbered('notesSlides', 'notesSlide'),
  ];
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/>${overrides.join('')}</Types>`;
}

const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}+xml"/>`;

const relations = (list: readonly Relation[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
