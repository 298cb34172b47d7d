import { strToU8 } from 'fflate';
import type { OutlineNode } from '../boards/boardKind';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import { stagesInOrder } from '../boards/journey-map/order';
import { journeyMapOutline } from '../boards/journey-map/outline';
import type { SpokenContext } from '../boards/journey-map/spokenLabels';

/** Signs that Markdown would read as its own; a line may also begin with one. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** True for a branch that says something: a cell with nothing in it does not. */
const says = (node: OutlineNode): boolean => (node.target.kind === 'cell' ? node.children.length > 0 : true);

function lines(node: OutlineNode, depth: number): readonly string[] {
  const own = `${'  '.repeat(depth)}- ${escaped(node.label)}`;
  return [own, ...node.children.filter(says).flatMap((child) => lines(child, depth + 1))];
}

/** A journey as Markdown, to read and to paste into other tools: a heading for each stage, then what stands in it in reading order. Nothing is read back from it. */
export function writeJourneyMarkdown(doc: JourneyMapDoc, ctx: SpokenContext): Uint8Array {
  const outline = journeyMapOutline(doc, ctx);
  const count = stagesInOrder(doc).length;
  const parts = [`# ${escaped(outline.label)}`];
  if (doc.info.result.trim()) parts.push(escaped(doc.info.result));
  for (const stage of outline.children.slice(0, count)) {
    parts.push(`## ${escaped(stage.label)}`);
    const list = stage.children.filter(says).flatMap((child) => lines(child, 0));
    if (list.length > 0) parts.push(list.join('\n'));
  }
  if (doc.info.sources.trim()) parts.push(escaped(ctx.t('journey.legend.sources', { sources: doc.info.sources })));
  return strToU8(`${parts.join('\n\n')}\n`);
}
