import { escapeXml } from '../scene/svgShapes';
import { SLIDE_EMU } from './slideDrawing';

export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPACES = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${RELATIONS}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
const NO_GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
const COLOURS =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const MASTER_COLOURS = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';
const PAPER = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';

/** A page of notes, upright A4 as slide programs make it. */
const NOTES_EMU = { width: 6_858_000, height: 9_144_000 } as const;

const placed = (x: number, y: number, w: number, h: number): string =>
  `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;

const titleShape = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>${placed(457_200, 304_800, SLIDE_EMU.width - 914_400, 762_000)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="fr-FR"/></a:p></p:txBody></p:sp>`;

const textStyle = (place: 'mj' | 'mn', size: number): string =>
  `<a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+${place}-lt"/></a:defRPr></a:lvl1pPr>`;

/** What slides have in common: a paper, a title in the theme's fonts. */
export const masterXml = (): string =>
  `<p:sldMaster ${SPACES}><p:cSld>${PAPER}<p:spTree>${NO_GROUP}${titleShape}</p:spTree></p:cSld>${COLOURS}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rIdLayout"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>${textStyle('mj', 3200)}</p:titleStyle><p:bodyStyle>${textStyle('mn', 1800)}</p:bodyStyle><p:otherStyle>${textStyle('mn', 1800)}</p:otherStyle></p:txStyles></p:sldMaster>`;

/** The one layout: a title and free room. */
export const layoutXml = (): string =>
  `<p:sldLayout ${SPACES} type="titleOnly" preserve="1"><p:cSld name="Personarium"><p:spTree>${NO_GROUP}${titleShape}</p:spTree></p:cSld>${MASTER_COLOURS}</p:sldLayout>`;

export const slideXml = (shapes: string, background: string): string =>
  `<p:sld ${SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill>${background}</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${NO_GROUP}${shapes}</p:spTree></p:cSld>${MASTER_COLOURS}</p:sld>`;

const IMAGE = { x: 685_800, y: 685_800, w: 5_486_400, h: 3_086_100 } as const;
const NOTES = { x: 685_800, y: 4_000_500, w: 5_486_400, h: 4_457_700 } as const;

const notesShapes = (paragraphs: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>${placed(IMAGE.x, IMAGE.y, IMAGE.w, IMAGE.h)}</p:spPr></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr>${placed(NOTES.x, NOTES.y, NOTES.w, NOTES.h)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`;

export const notesMasterXml = (): string =>
  `<p:notesMaster ${SPACES}><p:cSld>${PAPER}<p:spTree>${NO_GROUP}${notesShapes('<a:p><a:endParaRPr lang="fr-FR"/></a:p>')}</p:spTree></p:cSld>${COLOURS}<p:notesStyle>${textStyle('mn', 1200)}</p:notesStyle></p:notesMaster>`;

/** The notes of a slide, a paragraph for each line. */
export function notesXml(notes: readonly string[], language: string): string {
  const paragraphs = notes
    .flatMap((note) => note.split('\n'))
    .map((line) => `<a:p><a:r><a:rPr lang="${language}"/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`);
  return `<p:notes ${SPACES}><p:cSld><p:spTree>${NO_GROUP}${notesShapes(paragraphs.join('') || '<a:p/>')}</p:spTree></p:cSld>${MASTER_COLOURS}</p:notes>`;
}

const FIRST_ID = 256;
const OFFICE_2010 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';

/** Sections of a presentation ([MS-PPTX] 2.2.4.1), as they begin; programs that do not know them leave them aside. */
function sectionsXml(sections: readonly (string | undefined)[]): string {
  const starts = sections.flatMap((title, at) => (title === undefined ? [] : [{ title, at }]));
  if (starts.length === 0) return '';
  const listed = starts.map(({ title, at }, index) => {
    const end = starts[index + 1]?.at ?? sections.length;
    const ids = Array.from({ length: end - at }, (_, own) => `<p14:sldId id="${FIRST_ID + at + own}"/>`);
    const guid = `{5EC71000-0000-4000-8000-${String(index + 1).padStart(12, '0')}}`;
    return `<p14:section name="${escapeXml(title)}" id="${guid}"><p14:sldIdLst>${ids.join('')}</p14:sldIdLst></p14:section>`;
  });
  return `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="${OFFICE_2010}">${listed.join('')}</p14:sectionLst></p:ext></p:extLst>`;
}

/** The list of the slides, each with the title of the section that begins with it. */
export function presentationXml(sections: readonly (string | undefined)[], language: string): string {
  const slides = sections.map((_, at) => `<p:sldId id="${FIRST_ID + at}" r:id="rIdSlide${at + 1}"/>`);
  return `<p:presentation ${SPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdMaster"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rIdNotesMaster"/></p:notesMasterIdLst><p:sldIdLst>${slides.join('')}</p:sldIdLst><p:sldSz cx="${SLIDE_EMU.width}" cy="${SLIDE_EMU.height}"/><p:notesSz cx="${NOTES_EMU.width}" cy="${NOTES_EMU.height}"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="${language}"/></a:defPPr></p:defaultTextStyle>${sectionsXml(sections)}</p:presentation>`;
}
