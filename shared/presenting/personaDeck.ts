import type { LayoutContext } from '../boards/boardKind';
import { blockIcon } from '../boards/persona/blocks';
import type { Block, Entry, PersonaDoc } from '../boards/persona/model';
import { entriesOf, shownBlocks } from '../boards/persona/order';
import { blockTarget } from '../boards/persona/targets';
import { blockNote, blockTitle, oneLine, promptOf, valueText } from '../boards/persona/words';
import { numbered, type PartSlide, type PartText, partSlide } from './parts';

type Context = Pick<LayoutContext, 't' | 'lang'>;

/** An entry as a slide says it: a slider by both its words, a channel or a number with its figure. */
function textOf(block: Block, entry: Entry, ctx: Context): PartText {
  const { kind } = block;
  const figure = kind === 'number' || kind === 'channels' || kind === 'sliders' ? valueText(entry, ctx) : '';
  const opposite = oneLine(entry.opposite);
  return {
    id: entry.id,
    text: [oneLine(entry.text), kind === 'sliders' ? opposite : ''].filter(Boolean).join(' ↔ '),
    isSaid: kind === 'quotes',
    figure: entry.value === null ? '' : [figure, oneLine(entry.unit)].filter(Boolean).join('\u00A0'),
    proof: entry.evidence,
    votes: 0,
    paper: null,
  };
}

/** What is shown of a persona to a room: each block of the sheet that says something, in its order. */
export function personaParts(doc: PersonaDoc, ctx: Context): readonly PartSlide[] {
  return numbered(
    shownBlocks(doc).flatMap((block) => {
      const texts = entriesOf(doc, block.id)
        .map((entry) => textOf(block, entry, ctx))
        .filter(({ text, figure }) => text !== '' || figure !== '');
      if (texts.length === 0) return [];
      const question = promptOf(doc, block, ctx);
      return [
        partSlide(
          {
            id: block.id,
            title: oneLine(blockTitle(block, ctx)),
            icon: blockIcon(block),
            target: blockTarget(block.id),
            note: oneLine(blockNote(doc, block, ctx)),
            questions: question === '' ? [] : [question],
          },
          texts,
        ),
      ];
    }),
  );
}
