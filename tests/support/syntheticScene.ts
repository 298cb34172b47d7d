import { ICON_GRID, ICONS } from '../../shared/scene/icons';
import type { Box, FontSpec, GroupPrimitive, Primitive, Scene, TextLinePrimitive } from '../../shared/scene/primitives';
import type { TextMeasurer } from '../../shared/text/measure';
import { quoted, typographic } from '../../shared/text/typography';
import { wrapText } from '../../shared/text/wrapText';

const INK = '#141D33';
const TITLE: FontSpec = { family: 'Besley', size: 117, weight: 900, tracking: -0.034 };
const HEADING: FontSpec = { family: 'Besley', size: 36, weight: 800 };
const BODY: FontSpec = { family: 'Atkinson Hyperlegible Next', size: 20.5, weight: 500 };
const STRONG: FontSpec = { family: 'Atkinson Hyperlegible Next', size: 22, weight: 700 };
const SMALL: FontSpec = { family: 'Atkinson Hyperlegible Next', size: 18, weight: 400 };
const ITALIC: FontSpec = { family: 'Atkinson Hyperlegible Next', size: 20, weight: 400, italic: true };
const VOICE: FontSpec = { family: 'Besley', size: 25.5, weight: 500, italic: true };
const VOICE_STRONG: FontSpec = { family: 'Besley', size: 26, weight: 600, italic: true };

const boundsOf = (lines: readonly TextLinePrimitive[]): Box => {
  const first = lines[0]!;
  const last = lines[lines.length - 1]!;
  const w = Math.max(...lines.map((line) => line.width));
  return { x: first.x, y: first.y - first.font.size, w, h: last.y - first.y + first.font.size * 1.3 };
};

interface Builder {
  readonly measure: TextMeasurer;
  readonly lang: 'fr' | 'en';
}

function lines(
  builder: Builder,
  text: string,
  x: number,
  y: number,
  width: number,
  font: FontSpec,
  extra: Partial<TextLinePrimitive> = {},
) {
  return wrapText(typographic(text, builder.lang), {
    font,
    width,
    measure: builder.measure,
    lang: builder.lang,
  }).lines.map(
    (line, index): TextLinePrimitive => ({
      type: 'text',
      text: line.text,
      x,
      y: y + index * font.size * 1.22,
      font,
      fill: INK,
      width: line.width,
      ...extra,
    }),
  );
}

const paragraph = (children: readonly TextLinePrimitive[], role: GroupPrimitive['role'] = 'p'): GroupPrimitive => ({
  type: 'group',
  bounds: boundsOf(children),
  children,
  role,
});

function note(builder: Builder, x: number, y: number, text: string): GroupPrimitive {
  const words = lines(builder, text, x + 15, y + 40, 280, { ...BODY, size: 22 });
  const h = 60 + words.length * 27;
  const bounds = { x, y, w: 310, h: h + 10 };
  const children: Primitive[] = [
    {
      type: 'line',
      points: [x + 5, y + h - 4, x + 310, y + h - 4, x + 307, y + h + 8, x + 124, y + h + 4],
      closed: true,
      fill: 'rgba(20,29,51,.24)',
    },
    { type: 'rect', x, y, w: 310, h, fill: '#FFAE8F' },
    { type: 'rect', x, y, w: 310, h: 10, fill: '#F29B7A' },
    { type: 'rect', x: x + 1, y: y + 1, w: 308, h: h - 2, stroke: 'rgba(20,29,51,.55)', strokeWidth: 2, dash: [6, 5] },
    paragraph(words),
  ];
  return { type: 'group', bounds, children, target: { kind: 'note', id: text } };
}

/** A stage arrow whose number lies over its shape, then a tinted bar over a part of the text: forces a second layer. */
function stage(builder: Builder, x: number, title: string): GroupPrimitive {
  const w = 340;
  const heading = lines(
    builder,
    title,
    x + 60,
    480,
    w - 100,
    { ...HEADING, size: 27, weight: 700 },
    { fill: '#FCFBF7' },
  );
  return {
    type: 'group',
    role: 'section',
    bounds: { x, y: 430, w, h: 110 },
    children: [
      {
        type: 'line',
        points: [x, 430, x + w - 26, 430, x + w, 485, x + w - 26, 540, x, 540, x + 26, 485],
        closed: true,
        fill: '#17337F',
      },
      paragraph(heading, 'h2'),
      ...note(builder, x, 600, `Irritant : ${title}, œuvre n = 57 ?`).children,
    ],
  };
}

const curve = 'M0 150 C60 150 90 40 160 40 C240 40 260 260 340 260 C420 260 440 80 520 80';

function figure(builder: Builder): GroupPrimitive {
  const clip = { x: 60, y: 820, w: 560, h: 300 };
  return {
    type: 'group',
    role: 'figure',
    alt: 'Courbe d’émotion : haute, basse, haute',
    bounds: clip,
    children: [
      { type: 'rect', ...clip, fill: '#17337F' },
      {
        type: 'group',
        bounds: clip,
        clip: { x: 60, y: 820, w: 560, h: 180 },
        children: [
          { type: 'path', d: `${curve} L520 300 L0 300 Z`, x: 80, y: 820, fill: '#7CBCC4', opacity: 0.5, bounds: clip },
        ],
      },
      { type: 'path', d: curve, x: 80, y: 820, stroke: '#FFD95A', strokeWidth: 9, lineCap: 'round', bounds: clip },
      ...lines(builder, quoted('Trois jours pour un message… pourquoi ?', builder.lang), 360, 900, 240, VOICE_STRONG, {
        fill: '#FCFBF7',
        align: 'center',
      }),
    ],
  };
}

function shapes(): Primitive[] {
  const icon = (x: number, name: keyof typeof ICONS, scale: number): Primitive => ({
    type: 'path',
    d: ICONS[name],
    x,
    y: 860,
    scale: scale / ICON_GRID,
    fill: '#1E44A8',
    bounds: { x, y: 860, w: scale, h: scale },
  });
  const names = Object.keys(ICONS).slice(0, 6) as (keyof typeof ICONS)[];
  return [
    { type: 'rect', x: 700, y: 840, w: 400, h: 90, radius: 14, fill: '#DCE5F8', stroke: '#1E44A8', strokeWidth: 3 },
    ...names.map((name, index) => icon(720 + index * 60, name, 44)),
    { type: 'line', points: [700, 960, 1100, 960], stroke: '#C93A1E', strokeWidth: 4, dash: [12, 8], lineCap: 'round' },
    {
      type: 'line',
      points: [700, 1000, 800, 980, 900, 1030, 1000, 985, 1100, 1010],
      stroke: '#0F6C5C',
      strokeWidth: 5,
      lineJoin: 'round',
    },
    { type: 'line', points: [1140, 840, 1200, 960, 1260, 840], stroke: INK, strokeWidth: 14 },
  ];
}

/** A sheet of A1 proportions that holds every primitive, every font and every role a painter must know. */
export function syntheticScene(measure: TextMeasurer, lang: 'fr' | 'en' = 'fr'): Scene {
  const builder: Builder = { measure, lang };
  const right = lines(builder, 'Aligné à droite : 12 500 réponses, 64 %', 2311, 120, 900, STRONG, { align: 'right' });
  const overlay = lines(builder, 'Texte sous un voile', 1400, 900, 600, HEADING);
  const items: Primitive[] = [
    paragraph(lines(builder, 'Changer de chaussures', 73, 190, 2000, TITLE), 'h1'),
    paragraph(
      lines(
        builder,
        'De la semelle lisse à l’échange en boutique : 6 étapes et 12 moments vécus avec Solène. Le conseil humain la porte, le site et le SAV la perdent.',
        73,
        260,
        1380,
        { ...BODY, size: 29, weight: 400 },
      ),
    ),
    paragraph(right.map((line) => ({ ...line, x: 2311 }))),
    ...['Prise de conscience', 'Intérêt', 'Après-vente & fidélisation', 'Łódź <naïve> Ürgüp'].map((title, index) =>
      stage(builder, 73 + index * 380, title),
    ),
    figure(builder),
    ...shapes(),
    paragraph(overlay),
    { type: 'rect', x: 1390, y: 870, w: 200, h: 50, fill: 'rgba(255,217,90,.6)' },
    paragraph(
      lines(
        builder,
        quoted('Je veux courir sans y penser. Pas devenir experte en semelles.', lang),
        1400,
        1000,
        500,
        VOICE,
      ),
    ),
    paragraph(lines(builder, 'Emoji 😀 et 👩‍🚀, italique', 1400, 1120, 500, ITALIC)),
    {
      type: 'group',
      role: 'artifact',
      bounds: { x: 73, y: 1600, w: 900, h: 40 },
      children: lines(builder, 'Sources : 9 entretiens, 214 avis', 73, 1630, 900, SMALL),
    },
    {
      type: 'group',
      bounds: { x: 1400, y: 1200, w: 500, h: 80 },
      opacity: 0.4,
      children: lines(builder, 'Texte en transparence', 1400, 1250, 500, HEADING),
    },
    ...lines(builder, 'Texte sans groupe', 1900, 1630, 400, SMALL),
  ];
  return { width: 2384, height: 1684, background: '#FCFBF7', items, title: 'Affiche d’essai & <tout>', lang };
}
