import { LIGHT } from '../../model/theme';

/** Names of styles, as the text names them; headings have the names that every word processor knows. */
export type DocxStyle =
  | 'Title'
  | 'Kicker'
  | 'Subtitle'
  | 'CoverLine'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'ContentsTitle'
  | 'TOC1'
  | 'TOC2'
  | 'Lead'
  | 'Small'
  | 'Quote'
  | 'ListBullet'
  | 'TableText'
  | 'TableHead'
  | 'Picture'
  | 'Break'
  | 'Header'
  | 'Footer';

const { color } = LIGHT;
const hex = (value: string): string => value.replace('#', '');

interface Look {
  readonly name: string;
  /** Half points. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly ink?: string;
  readonly font?: 'title' | 'text';
  /** Twentieths of a point above and below. */
  readonly space?: readonly [number, number];
  readonly more?: string;
}

/** Fonts that every computer with a word processor has; documents are worked on, and must not change their lines there. */
const FONTS = { title: 'Georgia', text: 'Calibri' } as const;

const LOOKS: Readonly<Record<DocxStyle, Look>> = {
  Title: { name: 'Title', size: 72, isBold: true, ink: color.blueDeep, font: 'title', space: [120, 120] },
  Kicker: { name: 'Kicker', size: 26, isBold: true, ink: color.blue, space: [2400, 0] },
  Subtitle: { name: 'Subtitle', size: 28, ink: color.ink2, space: [0, 360] },
  CoverLine: { name: 'Cover line', size: 22, ink: color.ink2, space: [0, 60] },
  Heading1: {
    name: 'heading 1',
    size: 48,
    isBold: true,
    ink: color.ink,
    font: 'title',
    space: [0, 120],
    more: '<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:outlineLvl w:val="0"/>',
  },
  Heading2: {
    name: 'heading 2',
    size: 30,
    isBold: true,
    ink: color.ink,
    font: 'title',
    space: [360, 100],
    more: '<w:keepNext/><w:keepLines/><w:outlineLvl w:val="1"/>',
  },
  Heading3: {
    name: 'heading 3',
    size: 23,
    isBold: true,
    ink: color.blueDeep,
    space: [240, 60],
    more: '<w:keepNext/><w:keepLines/><w:outlineLvl w:val="2"/>',
  },
  ContentsTitle: {
    name: 'Contents title',
    size: 48,
    isBold: true,
    font: 'title',
    space: [0, 200],
    more: '<w:keepNext/><w:pageBreakBefore/>',
  },
  TOC1: { name: 'toc 1', size: 24, isBold: true, font: 'title', space: [200, 40] },
  TOC2: { name: 'toc 2', size: 21, space: [0, 40], more: '<w:ind w:left="320"/>' },
  Lead: { name: 'Lead', size: 23, ink: color.ink2, space: [0, 160], more: '<w:keepLines/>' },
  Small: { name: 'Small print', size: 17, ink: color.ink3, space: [60, 60], more: '<w:keepLines/>' },
  Quote: { name: 'Quote', size: 26, isItalic: true, ink: color.blue, font: 'title', space: [80, 160] },
  ListBullet: {
    name: 'List Bullet',
    space: [0, 40],
    more: '<w:keepLines/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  },
  TableText: { name: 'Table text', size: 18, space: [20, 20] },
  TableHead: { name: 'Table head', size: 17, isBold: true, space: [20, 20], more: '<w:keepNext/>' },
  Picture: { name: 'Picture', space: [0, 120], more: '<w:jc w:val="center"/>' },
  Break: { name: 'Break', size: 2, space: [0, 0] },
  Header: { name: 'header', size: 16, ink: color.ink2 },
  Footer: { name: 'footer', size: 16, ink: color.ink2 },
};

/** Elements of a paragraph's properties stand in one order (ECMA-376 part 1, 17.3.1.26). */
const ORDER = ['keepNext', 'keepLines', 'pageBreakBefore', 'numPr', 'spacing', 'ind', 'jc', 'outlineLvl'] as const;

function paragraphProperties({ space, more = '' }: Look): string {
  const spacing = space ? `<w:spacing w:before="${space[0]}" w:after="${space[1]}"/>` : '';
  const all = `${more}${spacing}`;
  const parts = ORDER.map((name) => new RegExp(`<w:${name}(?: [^>]*)?(?:/>|>.*?</w:${name}>)`).exec(all)?.[0] ?? '');
  return `<w:pPr>${parts.join('')}</w:pPr>`;
}

function runProperties({ size, isBold, isItalic, ink, font }: Look): string {
  const family = font ? `<w:rFonts w:ascii="${FONTS[font]}" w:hAnsi="${FONTS[font]}" w:cs="${FONTS[font]}"/>` : '';
  const colour = ink ? `<w:color w:val="${hex(ink)}"/>` : '';
  const height = size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : '';
  return `<w:rPr>${family}${isBold ? '<w:b/><w:bCs/>' : ''}${isItalic ? '<w:i/><w:iCs/>' : ''}${colour}${height}</w:rPr>`;
}

const HEADINGS: ReadonlySet<string> = new Set(['Heading1', 'Heading2', 'Heading3']);

/** The styles of a report; `language` is a tag such as `fr-FR`. */
export function stylesXml(language: string): string {
  const styles = Object.entries(LOOKS).map(([id, look]) => {
    const next = HEADINGS.has(id) ? '<w:next w:val="Normal"/>' : '';
    return `<w:style w:type="paragraph"${/^[a-z]|^(Title|Subtitle|Quote|List)/.test(look.name) ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${look.name}"/><w:basedOn w:val="Normal"/>${next}<w:qFormat/>${paragraphProperties(look)}${runProperties(look)}</w:style>`;
  });
  const line = (name: string, size: number, ink: string) =>
    `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="${hex(ink)}"/>`;
  const table = `<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>${line('top', 8, color.ink)}${line('bottom', 4, color.line)}${line('insideH', 4, color.line)}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${line('bottom', 8, color.ink)}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${hex(color.paper2)}"/></w:tcPr></w:tblStylePr></w:style>`;
  return [
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONTS.text}" w:hAnsi="${FONTS.text}" w:eastAsia="${FONTS.text}" w:cs="${FONTS.text}"/><w:color w:val="${hex(color.ink)}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ...styles,
    table,
    '</w:styles>',
  ].join('');
}
