import type { OutlineNode } from '@shared/boards/boardKind';
import type { AnyDoc } from '@shared/model/document';
import type { Scene, Target } from '@shared/scene/primitives';
import { sceneToSvg } from '@shared/scene/sceneToSvg';
import { containsPoint } from '@/canvas/boxes';
import { pictureUrls, posterPictures } from '@/export/posterPictures';
import { svgFonts } from '@/export/svgFonts';
import { loadFonts } from '@/platform/fonts';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import { inReadingOrder } from '../noteActions';
import { areaOf, type CutOut, cutOf, nodeOf, outlineOf } from './cutOut';
import { pictureOf } from './cutPicture';

/** What a board, or what is chosen on it, is copied as: a picture on its paper, one without, a drawing, words. */
export type CopyForm = 'picture' | 'cutout' | 'drawing' | 'text';

/** Millimetres of a scene unit on screen: a pixel of CSS. */
const MM_PER_UNIT = 25.4 / 96;

/** Puts what is chosen, or the whole board, on the clipboard, and says so. */
export async function copyAs<Doc extends AnyDoc>(controller: BoardController<Doc>, form: CopyForm): Promise<void> {
  const t = currentT();
  try {
    const text = await putOnClipboard(controller, form);
    showToast({ text, icon: 'clipboard' });
  } catch (error) {
    console.warn(`copy as ${form}: ${String(error)}`);
    showToast({ text: t('editing.clipboard.asFailed'), icon: 'warning' });
  }
}

/** Resolves with what is to be said. */
async function putOnClipboard<Doc extends AnyDoc>(controller: BoardController<Doc>, form: CopyForm): Promise<string> {
  const t = currentT();
  if (form === 'text') {
    await navigator.clipboard.writeText(textOf(controller));
    return t('editing.clipboard.asText');
  }
  const cut = cutOf(controller);
  const { readAsset } = controller;
  await loadFonts();
  if (form === 'drawing') {
    await navigator.clipboard.write([new ClipboardItem(await drawingOf(cut, readAsset))]);
    return t('editing.clipboard.asDrawing');
  }
  const { blob, width, height } = await pictureOf(cut, { isOnPaper: form === 'picture', readAsset });
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  return t('editing.clipboard.asPicture', { width, height });
}

const DRAWING = 'image/svg+xml';

/**
 * The drawing as a document, on no paper: a page for it is where it is pasted. Programs that draw ask for it by its type and have their own fonts; the engine reads that one
 * under the policy of the app, which lets no style sheet in. As text it is the whole, with its fonts.
 */
async function drawingOf(
  { scene, box }: CutOut,
  readAsset: BoardController<AnyDoc>['readAsset'],
): Promise<Record<string, Blob>> {
  const size = { widthMm: box.w * MM_PER_UNIT, heightMm: box.h * MM_PER_UNIT };
  const whole: Scene = { ...scene, width: box.w, height: box.h };
  const images = await pictureUrls(await posterPictures(whole, size, readAsset));
  const options = { ...size, cut: box, transparent: true, images };
  const text = sceneToSvg(scene, { ...options, fonts: await svgFonts(scene.items) });
  const plain = new Blob([text], { type: 'text/plain' });
  if (!ClipboardItem.supports(DRAWING)) return { 'text/plain': plain };
  const bare = sceneToSvg(scene, { ...options, fonts: [], unstyled: true });
  return { 'text/plain': plain, [DRAWING]: new Blob([bare], { type: DRAWING }) };
}

/** The words of what is chosen in reading order; of a stage or the whole board its outline, of a row what stands in it. */
function textOf<Doc extends AnyDoc>(controller: BoardController<Doc>): string {
  const { plug } = controller;
  const { doc, lang } = controller.now().inputs;
  const root = outlineOf(controller);
  const chosen = controller.selection();
  if (chosen.length === 0) return outlineText(root, 0);
  const lines = inReadingOrder(controller, chosen).map((target) => {
    const words = plug.texts.get(doc, plug.texts.writtenPart(target), lang)?.trim() ?? '';
    const node = nodeOf(root, target.kind, target.id);
    if (node && node.children.length > 0) return outlineText(node, 0);
    const heading = words || (node?.label ?? '');
    return plug.targets.isContent(target) ? heading : [heading, ...wordsIn(controller, target, root)].join('\n');
  });
  return lines.filter((line) => line !== '').join('\n');
}

/** The words of each piece in what a place or a heading stands for, where the outline has nothing below it, such as a row. */
function wordsIn<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  place: Target,
  root: OutlineNode,
): readonly string[] {
  const { plug } = controller;
  const now = controller.now();
  const area = areaOf(controller, place, root);
  const pieces = area ? now.index.touching(area).filter(({ target }) => plug.targets.isContent(target)) : [];
  return pieces.flatMap(({ target, box }) => {
    const words = plug.texts.get(now.inputs.doc, plug.texts.writtenPart(target), now.inputs.lang)?.trim();
    const isIn = area && containsPoint(area, box.x + box.w / 2, box.y + box.h / 2);
    return words && isIn ? [`- ${words}`] : [];
  });
}

/** The tree in lines, what is below something indented under it, as word processors and Markdown read lists. */
const outlineText = (node: OutlineNode, depth: number): string =>
  [
    depth === 0 ? node.label : `${'  '.repeat(depth - 1)}- ${node.label}`,
    ...node.children.map((child) => outlineText(child, depth + 1)),
  ].join('\n');
