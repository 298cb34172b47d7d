import { type LogoMetrics, logoSize } from '../../boards/pieces/poster/posterLogo';
import { escapeXml } from '../../scene/svgShapes';
import { LOGO_PICTURE, type Report, type ReportBlock, type SheetBlock, type TableBlock } from '../model';
import { pageRoom, type ReportSheet } from '../pages/pageType';
import type { ReportWords } from '../reportWords';
import type { DocxStyle } from './docxStyles';

/** A board or a persona as a picture. */
export interface DocxPicture {
  readonly png: Uint8Array;
  /** Only their ratio counts. */
  readonly width: number;
  readonly height: number;
}

/** Pictures by the id of their block. */
export type DocxPictures = ReadonlyMap<string, DocxPicture>;

/** On the cover, in points. */
const LOGO: LogoMetrics = { side: 62, height: 54, width: 170, gap: 0 };

/** Text as a run, its newlines as breaks. */
const run = (text: string, isBold = false): string => {
  const style = isBold ? '<w:rPr><w:b/><w:bCs/></w:rPr>' : '';
  const parts = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${style}${parts.join('<w:br/>')}</w:r>`;
};

const paragraph = (style: DocxStyle | null, inside: string, more = ''): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${more}</w:pPr>${inside}</w:p>`;

/** `isStale`: what it shows is only near, and a word processor is to put its own in when it opens the document. */
const field = (code: string, shown: string, isStale = false): string =>
  `<w:r><w:fldChar w:fldCharType="begin"${isStale ? ' w:dirty="true"' : ''}/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const TWENTIETHS = 20;
const EMU_PER_POINT = 12_700;

/** Margins of a page, in points; what runs above and below stands in them. */
const SIDE = 57;
const EDGE = { top: 70, bottom: 62, running: 30 } as const;

/** What stands in the margins of a page: the workshop above, the number of the page below. */
export const runningXml = {
  header: (report: Report, r: ReportWords): string =>
    paragraph('Header', `${run(report.title)}<w:r><w:tab/></w:r>${run(r('title'), true)}`, RIGHT_TAB),
  footer: (r: ReportWords): string => {
    const said = r('pageOf', { page: '\uE000', count: '\uE001' }).split(/([\uE000\uE001])/);
    const inside = said.map((part) =>
      part === '\uE000' ? field('PAGE', run('1')) : part === '\uE001' ? field('NUMPAGES', run('1')) : run(part),
    );
    return paragraph('Footer', `<w:r><w:tab/></w:r>${inside.join('')}`, RIGHT_TAB);
  },
};

/** At the right edge of an upright page. */
const RIGHT_TAB = `<w:tabs><w:tab w:val="right" w:pos="${481 * TWENTIETHS}"/></w:tabs>`;

function sectionXml(sheet: ReportSheet, orientation: 'portrait' | 'landscape', isCover = false): string {
  const { width, height } = pageRoom(sheet, orientation);
  const at = (points: number) => Math.round(points * TWENTIETHS);
  const turned = orientation === 'landscape' ? ' w:orient="landscape"' : '';
  const running = `<w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>`;
  return `<w:sectPr>${running}<w:type w:val="nextPage"/><w:pgSz w:w="${at(width)}" w:h="${at(height)}"${turned}/><w:pgMar w:top="${at(EDGE.top)}" w:right="${at(SIDE)}" w:bottom="${at(EDGE.bottom)}" w:left="${at(SIDE)}" w:header="${at(EDGE.running)}" w:footer="${at(EDGE.running)}" w:gutter="0"/>${isCover ? '<w:titlePg/>' : ''}</w:sectPr>`;
}

interface Heading {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly bookmark: string;
  /** Of the page it will stand on, as far as that can be told before a word processor lays the pages out; empty where it cannot. */
  readonly page: string;
}

/** Writes a body from its beginning to its end: it counts bookmarks and pictures. */
export class DocxBody {
  readonly headings: Heading[] = [];
  /** Ids of blocks whose pictures are in it, in order: the n-th is `rIdPicture<n>`. */
  readonly pictures: string[] = [];
  private readonly sheet: ReportSheet;
  private readonly known: DocxPictures;
  private readonly pageOf: ReadonlyMap<string, number>;

  /** `pageOf` are numbers of pages by the id of their heading. */
  constructor(sheet: ReportSheet, known: DocxPictures, pageOf: ReadonlyMap<string, number>) {
    this.sheet = sheet;
    this.known = known;
    this.pageOf = pageOf;
  }

  /** Everything but the properties of the last section. */
  write(report: Report, r: ReportWords): string {
    const parts = report.sections
      .map(({ id, title, blocks }) => `${this.heading(1, { id, text: title })}${this.blocks(blocks)}`)
      .join('');
    // Headings are counted while they are written: the contents, which stand before them, come after.
    return `${this.cover(report, r)}${contentsXml(this.headings, r, this.sheet)}${parts}${sectionXml(this.sheet, 'portrait')}`;
  }

  private cover({ title, client, logo, cover, warning }: Report, r: ReportWords): string {
    const picture = this.known.get(LOGO_PICTURE);
    const lines = [...cover, ...(warning ? [warning] : [])];
    return [
      paragraph('Kicker', run(r('title'))),
      paragraph('Title', run(title)),
      paragraph('Subtitle', run(client)),
      ...(logo && picture
        ? [paragraph('CoverLine', this.logo(logo, picture), '<w:spacing w:before="120" w:after="240"/>')]
        : []),
      ...lines.map((line) => paragraph('CoverLine', run(line))),
      paragraph('Break', '', sectionXml(this.sheet, 'portrait', true)),
    ].join('');
  }

  private heading(
    level: 1 | 2 | 3,
    { id: anchor, text }: { readonly id: string; readonly text: string },
    more = '',
  ): string {
    const id = this.headings.length + 1;
    const bookmark = `_Toc${String(id).padStart(6, '0')}`;
    this.headings.push({ level, text, bookmark, page: `${this.pageOf.get(anchor) ?? ''}` });
    const inside = `<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/>${run(text)}<w:bookmarkEnd w:id="${id}"/>`;
    return paragraph(`Heading${level}`, inside, more);
  }

  private blocks(blocks: readonly ReportBlock[]): string {
    // What is said between a heading and what it heads stands with both.
    const isBetween = (at: number) => blocks[at - 1]?.kind === 'heading' && at + 1 < blocks.length;
    return blocks.map((block, at) => this.block(block, isBetween(at) ? '<w:keepNext/>' : '')).join('');
  }

  private block(block: ReportBlock, keeping: string): string {
    switch (block.kind) {
      case 'heading':
        return this.heading(block.level, block);
      case 'paragraph': {
        const styles = { plain: null, lead: 'Lead', small: 'Small', quote: 'Quote' } as const;
        return paragraph(styles[block.look], run(block.text), keeping);
      }
      case 'list':
        return block.items.map((item) => paragraph('ListBullet', run(item))).join('');
      case 'facts': {
        const columns = [
          { title: '', share: 3, isHead: true },
          { title: '', share: 9 },
        ];
        return tableXml(
          { kind: 'table', title: '', columns, rows: block.items.map(({ label, text }) => [label, text]) },
          this.sheet,
        );
      }
      case 'table':
        return tableXml(block, this.sheet);
      case 'sheet':
        return this.sheetBlock(block);
    }
  }

  /** A picture on a page of its own, across where the board lies across; then what it says. */
  private sheetBlock(block: SheetBlock): string {
    const picture = this.known.get(block.id);
    if (!picture) return `${this.heading(2, { id: block.id, text: block.title })}${this.blocks(block.text)}`;
    if (block.orientation === 'portrait')
      return `${this.heading(2, { id: block.id, text: block.title }, '<w:pageBreakBefore/>')}${this.picture(block, picture, '')}${this.blocks(block.text)}`;
    const before = paragraph('Break', '', sectionXml(this.sheet, 'portrait'));
    const across = sectionXml(this.sheet, 'landscape');
    return `${before}${this.heading(2, { id: block.id, text: block.title }, '<w:spacing w:before="0" w:after="60"/>')}${this.picture(block, picture, across)}${this.blocks(block.text)}`;
  }

  /** The client's, on the cover. */
  private logo(logo: NonNullable<Report['logo']>, { width, height }: DocxPicture): string {
    const { w, h } = logoSize({ width, height }, LOGO);
    return this.drawing(LOGO_PICTURE, logo.alt, w, h);
  }

  private picture({ id, alt, orientation }: SheetBlock, { width, height }: DocxPicture, section: string): string {
    const page = pageRoom(this.sheet, orientation);
    const most = { w: page.width - 2 * SIDE, h: page.height - EDGE.top - EDGE.bottom - HEADING_ROOM };
    const k = Math.min(most.w / width, most.h / height);
    return paragraph('Picture', this.drawing(id, alt, width * k, height * k), section);
  }

  /** A picture of a size in points, in a line of text. */
  private drawing(id: string, alt: string, width: number, height: number): string {
    this.pictures.push(id);
    const number = this.pictures.length;
    const [cx, cy] = [Math.floor(width * EMU_PER_POINT), Math.floor(height * EMU_PER_POINT)];
    const name = `Picture ${number}`;
    const drawing = `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${number}" name="${name}" descr="${escapeXml(alt)}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="${name}" descr="${escapeXml(alt)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
    return `<w:r>${drawing}</w:r>`;
  }
}

/** A heading above a picture, and the air around both. */
const HEADING_ROOM = 54;

/**
 * The headings with the numbers of their pages, each a field of its own (`PAGEREF`) that is marked as out of date. Not within a field `TOC`: that is a fixed text to LibreOffice, and Word
 * asks a question about other files before it fills one in.
 */
function contentsXml(headings: readonly Heading[], r: ReportWords, sheet: ReportSheet): string {
  const right = Math.round((pageRoom(sheet).width - 2 * SIDE) * TWENTIETHS);
  const tab = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${right}"/></w:tabs>`;
  const lines = headings
    .filter(({ level }) => level < 3)
    .map(({ level, text, bookmark, page }) => {
      const number = field(`PAGEREF ${bookmark} \\h`, run(page), true);
      const link = `<w:hyperlink w:anchor="${bookmark}" w:history="1">${run(text)}<w:r><w:tab/></w:r>${number}</w:hyperlink>`;
      return paragraph(level === 1 ? 'TOC1' : 'TOC2', link, tab);
    });
  return `${paragraph('ContentsTitle', run(r('contents')), '')}${lines.join('')}`;
}

/** A table as wide as its page: its head comes again on each page, its rows are not cut. */
function tableXml({ title, columns, rows }: TableBlock, sheet: ReportSheet): string {
  const all = Math.round((pageRoom(sheet).width - 2 * SIDE) * TWENTIETHS);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((all * share) / shares));
  const hasHead = columns.some((column) => column.title !== '');
  const cell = (at: number, inside: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;
  const aligned = (at: number) => (columns[at]?.isNumber ? '<w:jc w:val="right"/>' : '');
  const head = hasHead
    ? `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map((column, at) => cell(at, paragraph('TableHead', run(column.title), aligned(at)))).join('')}</w:tr>`
    : '';
  const body = rows.map((texts) => {
    const cells = columns.map((column, at) => {
      const lines = (texts[at] ?? '').split('\n');
      return cell(
        at,
        lines
          .map((line, row) => paragraph('TableText', run(line, column.isHead === true && row === 0), aligned(at)))
          .join(''),
      );
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
  });
  const caption = title ? `<w:tblCaption w:val="${escapeXml(title)}"/>` : '';
  const look = `<w:tblLook w:val="0${hasHead ? '4A' : '48'}0" w:firstRow="${hasHead ? 1 : 0}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  // Two tables that follow one another would become one.
  return `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="${all}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}${caption}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${body.join('')}</w:tbl>${paragraph('Break', '')}`;
}
