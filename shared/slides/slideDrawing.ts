import type { Box, GroupPrimitive, ImagePrimitive, Paint, Primitive, RectPrimitive, Scene } from '../scene/primitives';
import { escapeXml } from '../scene/svgShapes';
import { leftOf } from '../scene/textLine';
import { boxOfPieces, common, cutArea, cutStroke, isInside, piecesOfLine, placedPieces } from './outline';
import { type PathPiece, pathPieces } from './pathPieces';
import { colourXml, typefaceOf } from './slideTheme';
import { joinedLines, type SlidePiece, type TextBlock } from './textBlocks';

/** Size of a slide in the units of its file (914,400 to the inch): 16 to 9, as slide programs make it. */
export const SLIDE_EMU = { width: 12_192_000, height: 6_858_000 } as const;

const EMU_PER_POINT = 12_700;
const LANGUAGES = { fr: 'fr-FR', en: 'en-GB' } as const;
/** Share of a line's height above its baseline: between what slide programs take for the fonts of the theme. */
const ABOVE = 0.79;
/** Programs that wrap titles, whatever is asked of them, get room for other fonts. */
const TITLE_AIR = 1.3;
/** Height of a line that stands alone, in sizes of its letters. */
const LINE = 1.22;
/** Smallest and largest letters of a slide, in hundredths of a point. */
const SIZES = { least: 100, most: 400_000 } as const;

/** What the shapes of a slide are made with. */
interface Frame {
  /** Edge of what may be drawn: the slide, or what a group is cut to. */
  readonly clip: Box;
  readonly opacity: number;
  /** Within a group of the slide: a title cannot stand there. */
  readonly isInGroup: boolean;
}

/** A scene as shapes of a slide: boxes, outlines, texts and pictures that a slide program edits. One for each slide. */
export class SlideDrawing {
  /** Pictures of the slide in order: the n-th is `rIdPicture<n>`. */
  readonly pictures: string[] = [];
  private readonly scene: Scene;
  private readonly known: ReadonlySet<string>;
  private readonly emu: number;
  private readonly left: number;
  private readonly top: number;
  private id = 1;
  private hasTitle = false;

  /** `known` are the assets whose pictures are there. */
  constructor(scene: Scene, known: ReadonlySet<string>) {
    this.scene = scene;
    this.known = known;
    this.emu = Math.min(SLIDE_EMU.width / scene.width, SLIDE_EMU.height / scene.height);
    this.left = (SLIDE_EMU.width - scene.width * this.emu) / 2;
    this.top = (SLIDE_EMU.height - scene.height * this.emu) / 2;
  }

  /** All shapes, in painting order. */
  shapes(): string {
    const { width, height, items } = this.scene;
    const frame: Frame = { clip: { x: 0, y: 0, w: width, h: height }, opacity: 1, isInGroup: false };
    return this.pieces(items, frame);
  }

  private pieces(items: readonly Primitive[], frame: Frame): string {
    return joinedLines(items)
      .map((piece) => this.piece(piece, frame))
      .join('');
  }

  private piece(piece: SlidePiece, frame: Frame): string {
    switch (piece.type) {
      case 'rect':
        return this.rect(piece, frame);
      case 'line':
        return this.line(piece.points, piece.closed === true, piece, frame);
      case 'path': {
        const { d, x = 0, y = 0, scale = 1 } = piece;
        return this.outline(placedPieces(pathPieces(d), x, y, scale), piece, scale, frame);
      }
      case 'image':
        return this.image(piece, frame);
      case 'block':
        return this.text(piece, frame, false);
      case 'group':
        return this.group(piece, frame);
    }
  }

  private group(group: GroupPrimitive, frame: Frame): string {
    const clip = group.clip ? common(group.clip, frame.clip) : frame.clip;
    if (!clip) return '';
    const inner: Frame = { ...frame, clip, opacity: frame.opacity * (group.opacity ?? 1) };
    if (group.role === 'h1' && !this.hasTitle && !frame.isInGroup) {
      const [first, ...more] = joinedLines(group.children);
      if (first?.type === 'block' && more.length === 0) return this.text(first, inner, true);
    }
    // What is one thing on a board is one thing on a slide.
    const isOne = group.target !== undefined || group.role === 'figure' || group.clip !== undefined;
    if (!isOne || (!this.hasTitle && holdsTitle(group.children))) return this.pieces(group.children, inner);
    const own = this.nextId();
    const inside = this.pieces(group.children, { ...inner, isInGroup: true });
    const count = inside.split('<a:xfrm').length - 1;
    if (count < 2) return inside;
    const about = group.alt ? ` descr="${escapeXml(group.alt)}"` : '';
    const box = groupBox(inside);
    return `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${own}" name="${named(group.target?.kind ?? group.role ?? 'group', own)}"${about}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${box}</a:xfrm></p:grpSpPr>${inside}</p:grpSp>`;
  }

  private rect(rect: RectPrimitive, frame: Frame): string {
    const box = common(rect, frame.clip);
    if (!box) return '';
    const radius = Math.min(rect.radius ?? 0, box.w / 2, box.h / 2);
    const share = Math.round((radius / Math.min(box.w, box.h)) * 100_000);
    const isDisc = share >= 49_900 && Math.abs(box.w - box.h) < box.w * 0.01;
    const shape = isDisc
      ? '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
      : share > 0
        ? `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${Math.min(50_000, share)}"/></a:avLst></a:prstGeom>`
        : '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
    return this.shape('rect', `${this.xfrm(box)}${shape}${this.paint(rect, 1, frame)}`);
  }

  private line(points: readonly number[], isClosed: boolean, paint: Paint, frame: Frame): string {
    if (points.length !== 4 || isClosed || paint.stroke === undefined)
      return this.outline(piecesOfLine(points, isClosed), paint, 1, frame);
    const [move, to] = cutStroke(piecesOfLine(points, false), frame.clip);
    if (move?.kind !== 'move' || to?.kind !== 'line') return '';
    const box = {
      x: Math.min(move.x, to.x),
      y: Math.min(move.y, to.y),
      w: Math.abs(to.x - move.x),
      h: Math.abs(to.y - move.y),
    };
    const flip = (to.x - move.x) * (to.y - move.y) < 0 ? ' flipV="1"' : '';
    const id = this.nextId();
    return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="${named('line', id)}"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${this.xfrm(box, flip)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>${this.stroke(paint, 1, frame)}</p:spPr></p:cxnSp>`;
  }

  /** A free form. What lies over the edge of its room is cut, ground and outline apart. */
  private outline(pieces: readonly PathPiece[], paint: Paint, scale: number, frame: Frame): string {
    if (isInside(boxOfPieces(pieces), frame.clip)) return this.freeform(pieces, paint, scale, frame);
    const { stroke: _, ...ground } = paint;
    const { fill: __, ...edge } = paint;
    return [
      paint.fill === undefined ? '' : this.freeform(cutArea(pieces, frame.clip), ground, scale, frame),
      paint.stroke === undefined ? '' : this.freeform(cutStroke(pieces, frame.clip), edge, scale, frame),
    ].join('');
  }

  private freeform(pieces: readonly PathPiece[], paint: Paint, scale: number, frame: Frame): string {
    if (pieces.length < 2 || (paint.fill === undefined && paint.stroke === undefined)) return '';
    const box = boxOfPieces(pieces);
    const at = (x: number, y: number) =>
      `<a:pt x="${Math.round((x - box.x) * this.emu)}" y="${Math.round((y - box.y) * this.emu)}"/>`;
    const path = pieces.map((piece): string => {
      switch (piece.kind) {
        case 'close':
          return '<a:close/>';
        case 'cubic': {
          const [a, b, c, d, e, f] = piece.points;
          return `<a:cubicBezTo>${at(a, b)}${at(c, d)}${at(e, f)}</a:cubicBezTo>`;
        }
        default:
          return piece.kind === 'move'
            ? `<a:moveTo>${at(piece.x, piece.y)}</a:moveTo>`
            : `<a:lnTo>${at(piece.x, piece.y)}</a:lnTo>`;
      }
    });
    // A path without an area still needs a size.
    const [w, h] = [Math.max(1, Math.round(box.w * this.emu)), Math.max(1, Math.round(box.h * this.emu))];
    const fill = paint.fill === undefined ? ' fill="none"' : '';
    const geometry = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${w}" h="${h}"${fill}>${path.join('')}</a:path></a:pathLst></a:custGeom>`;
    return this.shape('path', `${this.xfrm(box)}${geometry}${this.paint(paint, scale, frame)}`);
  }

  private image(image: ImagePrimitive, frame: Frame): string {
    const box = common(image, frame.clip);
    if (!box) return '';
    if (!this.known.has(image.asset)) return this.rect({ type: 'rect', ...box, fill: '#E5E7DF' }, frame);
    const at = this.pictures.indexOf(image.asset);
    const number = at < 0 ? this.pictures.push(image.asset) : at + 1;
    const id = this.nextId();
    const share = (part: number, whole: number) => Math.max(0, Math.round((part / whole) * 100_000));
    const cut = `l="${share(box.x - image.x, image.w)}" t="${share(box.y - image.y, image.h)}" r="${share(image.x + image.w - box.x - box.w, image.w)}" b="${share(image.y + image.h - box.y - box.h, image.h)}"`;
    const alpha = frame.opacity < 1 ? `<a:alphaModFix amt="${Math.round(frame.opacity * 100_000)}"/>` : '';
    return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${named('picture', id)}" descr="${escapeXml(image.alt)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdPicture${number}">${alpha}</a:blip><a:srcRect ${cut}/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${this.xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
  }

  /** Lines of text as one text that is never wrapped: what the layout broke stays broken there. */
  private text({ lines, step }: TextBlock, frame: Frame, isTitle: boolean): string {
    const [first] = lines;
    const { font, align = 'left', fill } = first;
    const height = step ?? font.size * LINE;
    const box = this.within({
      x: Math.min(...lines.map(leftOf)),
      y: first.y - height * ABOVE,
      w: Math.max(...lines.map(({ width }) => width)) * (isTitle ? TITLE_AIR : 1),
      h: height * lines.length,
    });
    const points = this.emu / EMU_PER_POINT;
    const size = Math.round(Math.min(SIZES.most, Math.max(SIZES.least, font.size * points * 100)));
    const spacing = font.tracking ? ` spc="${Math.round(font.tracking * font.size * points * 100)}"` : '';
    const look = `lang="${LANGUAGES[this.scene.lang]}" sz="${size}" b="${font.weight >= 600 ? 1 : 0}" i="${font.italic ? 1 : 0}"${spacing}`;
    const inside = `<a:solidFill>${colourXml(fill, frame.opacity * (first.opacity ?? 1))}</a:solidFill><a:latin typeface="${typefaceOf(font.family)}"/>`;
    const runs = lines.map(({ text }) => `<a:r><a:rPr ${look}>${inside}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`);
    const properties = `<a:pPr marL="0" indent="0" algn="${{ left: 'l', center: 'ctr', right: 'r' }[align]}"><a:lnSpc><a:spcPts val="${Math.round(height * points * 100)}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>`;
    const id = this.nextId();
    if (isTitle) this.hasTitle = true;
    const kind = isTitle
      ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
      : '<p:cNvSpPr txBox="1"/><p:nvPr/>';
    return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${named(isTitle ? 'title' : 'text', id)}"/>${kind}</p:nvSpPr><p:spPr>${this.xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p>${properties}${runs.join(`<a:br><a:rPr ${look}>${inside}</a:rPr></a:br>`)}</a:p></p:txBody></p:sp>`;
  }

  private shape(name: string, properties: string): string {
    const id = this.nextId();
    return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${named(name, id)}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${properties}</p:spPr></p:sp>`;
  }

  private paint(paint: Paint, scale: number, frame: Frame): string {
    const fill =
      paint.fill === undefined
        ? '<a:noFill/>'
        : `<a:solidFill>${colourXml(paint.fill, frame.opacity * (paint.opacity ?? 1))}</a:solidFill>`;
    return `${fill}${this.stroke(paint, scale, frame)}`;
  }

  private stroke(paint: Paint, scale: number, frame: Frame): string {
    const { stroke, strokeWidth = 1, dash = [], lineCap = 'butt', lineJoin = 'miter' } = paint;
    if (stroke === undefined || strokeWidth <= 0) return '<a:ln><a:noFill/></a:ln>';
    const caps = { butt: 'flat', round: 'rnd', square: 'sq' } as const;
    const joins = { miter: '<a:miter lim="800000"/>', round: '<a:round/>', bevel: '<a:bevel/>' } as const;
    const share = (length: number) => Math.max(1000, Math.round((length / strokeWidth) * 100_000));
    const dashes = dash.flatMap((length, at) =>
      at % 2 === 0 ? `<a:ds d="${share(length)}" sp="${share(dash[at + 1] ?? length)}"/>` : [],
    );
    const width = Math.round(strokeWidth * scale * this.emu);
    return `<a:ln w="${width}" cap="${caps[lineCap]}"><a:solidFill>${colourXml(stroke, frame.opacity * (paint.opacity ?? 1))}</a:solidFill>${dashes.length > 0 ? `<a:custDash>${dashes.join('')}</a:custDash>` : ''}${joins[lineJoin]}</a:ln>`;
  }

  private within(box: Box): Box {
    const { width, height } = this.scene;
    const x = Math.min(Math.max(0, box.x), width);
    const h = Math.min(box.h, height);
    return { x, w: Math.min(box.w, width - x), h, y: Math.min(Math.max(0, box.y), height - h) };
  }

  private xfrm(box: Box, flip = ''): string {
    const x = Math.max(0, Math.round(this.left + box.x * this.emu));
    const y = Math.max(0, Math.round(this.top + box.y * this.emu));
    const w = Math.min(SLIDE_EMU.width - x, Math.max(0, Math.round(box.w * this.emu)));
    const h = Math.min(SLIDE_EMU.height - y, Math.max(0, Math.round(box.h * this.emu)));
    return `<a:xfrm${flip}><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm>`;
  }

  private nextId(): number {
    this.id += 1;
    return this.id;
  }
}

const named = (kind: string, id: number): string => `${escapeXml(kind)} ${id}`;

const holdsTitle = (items: readonly Primitive[]): boolean =>
  items.some((item) => item.type === 'group' && (item.role === 'h1' || holdsTitle(item.children)));

/** Where a group stands: around what is in it, in the same units, so that nothing in it is moved or scaled. */
function groupBox(inside: string): string {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const found of inside.matchAll(/<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g)) {
    const [x, y, w, h] = found.slice(1).map(Number) as [number, number, number, number];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + w), Math.max(y1, y + h)];
  }
  const place = `x="${x0}" y="${y0}"`;
  const size = `cx="${x1 - x0}" cy="${y1 - y0}"`;
  return `<a:off ${place}/><a:ext ${size}/><a:chOff ${place}/><a:chExt ${size}/>`;
}
