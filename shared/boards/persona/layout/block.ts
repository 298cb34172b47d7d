import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { stable } from '../../pieces/layoutMemo';
import { hitArea, icon } from '../../pieces/shapes';
import { textBlock } from '../../pieces/textBlock';
import { blockIcon } from '../blocks';
import type { Block } from '../model';
import { entriesOf } from '../order';
import { blockNoteTarget, blockTarget, blockTitleTarget, promptTarget } from '../targets';
import { blockNote, blockTitle, promptOf } from '../words';
import { wordEntries } from './entryParts';
import { figureEntries } from './figureParts';
import { type Part, type PersonaFrame, wordsBlock, wordsGroup } from './frame';

const FIGURES: ReadonlySet<Block['kind']> = new Set(['channels', 'sliders', 'number']);

/** Air at each side of a block, as a share of the gap between columns. */
const AIR = 0.28;

function titlePart(block: Block, width: number, frame: PersonaFrame): Part {
  const m = frame.m.block;
  const { color } = frame.theme;
  const lead = m.icon + m.gap;
  const text = blockTitle(block, frame);
  const title = wordsBlock(text, m.title, width - lead, frame);
  const words = {
    target: blockTitleTarget(block.id),
    role: 'h2' as const,
    block: title,
    w: width - lead,
    stored: block.title,
    ink: color.ink,
    background: color.paper,
  };
  return {
    height: Math.max(title.height, m.icon),
    draw: (out, x, y) => {
      const sign = icon(blockIcon(block), x, y + (m.title.lineHeight - m.icon) / 2, m.icon, color.blue);
      out.push(wordsGroup(words, x + lead, y, frame, [sign], { x, w: width }));
    },
  };
}

/** The question of a block, in a dashed room that waits for an answer. */
function promptPart(block: Block, width: number, frame: PersonaFrame): Part | null {
  const m = frame.m.block;
  const { color } = frame.theme;
  const question = promptOf(frame.doc, block, frame);
  if (question === '') return null;
  const inner = width - 2 * m.promptPad;
  const text = textBlock(question, m.prompt, inner, frame);
  const height = text.height + 2 * m.promptPad;
  return {
    height,
    draw: (out, x, y) => {
      const edge = m.hair * 1.5;
      const outline: Primitive = {
        type: 'rect',
        x: x + edge / 2,
        y: y + edge / 2,
        w: width - edge,
        h: height - edge,
        stroke: color.lineStrong,
        strokeWidth: edge,
        dash: [edge * 3, edge * 2],
      };
      const words = { role: 'p' as const, block: text, w: inner, stored: '', ink: color.ink3 };
      const { editBox: _, ...group } = wordsGroup(words, x + m.promptPad, y + m.promptPad, frame, [outline], {
        x,
        w: width,
      });
      out.push({ ...group, target: promptTarget(block.id), bounds: { x, y, w: width, h: height } });
    },
  };
}

function notePart(block: Block, width: number, frame: PersonaFrame): Part | null {
  const m = frame.m.block;
  const note = blockNote(frame.doc, block, frame);
  if (note === '') return null;
  const text = wordsBlock(note, m.note, width, frame);
  const suffix = block.note !== '' && note.startsWith(block.note) ? note.slice(block.note.length) : '';
  const words = {
    target: blockNoteTarget(block.id),
    role: 'p' as const,
    block: text,
    w: width,
    stored: block.note,
    ink: frame.theme.color.ink2,
    background: frame.theme.color.paper,
    ...(suffix ? { suffix } : {}),
  };
  return { height: text.height, draw: (out, x, y) => out.push(wordsGroup(words, x, y, frame)) };
}

/** A block measured for the width of a column; its line below belongs to the column. */
export interface BlockPart extends Part {
  readonly block: Block;
}

/** A block: title, entries or the question it asks, small print. */
export function blockPart(block: Block, width: number, frame: PersonaFrame): BlockPart {
  const { block: m } = frame.m;
  const entries = entriesOf(frame.doc, block.id);
  const title = titlePart(block, width, frame);
  const isFilled = entries.length > 0;
  const question = !frame.isPoster && (!isFilled || frame.prompts) ? promptPart(block, width, frame) : null;
  const content = FIGURES.has(block.kind)
    ? figureEntries(block, entries, width, frame)
    : wordEntries(block, entries, width, frame);
  const note = notePart(block, width, frame);
  const questionHeight = question ? question.height + (isFilled ? m.rowGap : 0) : 0;
  const noteHeight = note ? m.noteAbove + note.height : 0;
  const empty = !isFilled && !question ? m.text.lineHeight : 0;
  const height =
    m.padTop + title.height + m.titleBelow + questionHeight + content.height + empty + noteHeight + m.padBottom;
  const draw = (out: Primitive[], x: number, y: number): void => {
    const key = [block, x, y, width, height, frame.doc.info.template, frame.prompts, ...entries];
    out.push(
      stable(frame.memo, `block/${block.id}`, key, (): GroupPrimitive => {
        // What is hit and framed has air at its sides: a frame touches neither signs nor words.
        const air = frame.m.column.gap * AIR;
        const bounds = { x: x - air, y, w: width + 2 * air, h: height };
        const children: Primitive[] = [hitArea(bounds, blockTarget(block.id))];
        let top = y + m.padTop;
        title.draw(children, x, top);
        top += title.height + m.titleBelow;
        question?.draw(children, x, top);
        top += questionHeight;
        content.draw(children, x, top);
        top += content.height + empty + m.noteAbove;
        note?.draw(children, x, top);
        return { type: 'group', role: 'section', bounds, children };
      }),
    );
  };
  return { block, height, draw };
}
