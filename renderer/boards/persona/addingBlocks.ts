import type { BlockId } from '@shared/base/ids';
import {
  BLOCK_KINDS,
  type BlockKind,
  blockIcon,
  STANDARD_BLOCK_IDS,
  STANDARD_BLOCKS,
  type StandardBlock,
} from '@shared/boards/persona/blocks';
import { addBlock } from '@shared/boards/persona/commands/blocks';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { blocksInOrder } from '@shared/boards/persona/order';
import type { TranslateFn } from '@shared/i18n/translate';
import type { BoardController } from '@/editor/boardController';
import { askAtSelection } from '@/editor/keys';
import type { BoardMenuItem } from '@/editor/menuItems';
import { newId } from '@/editor/newId';
import { editKey } from '@/editor/textEditing';
import { currentT } from '@/ui/useT';
import { blockById, blockOf } from './entities';

type Controller = BoardController<PersonaDoc>;

/** Standard blocks that do not stand on the page: never added, or hidden. */
export const missingBlocks = (doc: PersonaDoc): readonly StandardBlock[] =>
  STANDARD_BLOCK_IDS.filter((id) => !blockById(doc, id)?.visible);

/** Index behind the block of the selection; null is the end. */
function indexAfterChosen(controller: Controller): number | null {
  const { doc } = controller.session.store.getState();
  const [chosen] = controller.selection();
  const block = chosen && blockOf(doc, chosen);
  return block ? blocksInOrder(doc).findIndex(({ id }) => id === block.id) + 1 : null;
}

/** Adds a standard block, or shows it again, and chooses it. */
export function addStandard(controller: Controller, name: StandardBlock): void {
  const id = name as string as BlockId;
  const { kind } = STANDARD_BLOCKS[name];
  controller.session.run(addBlock, { id, kind, at: indexAfterChosen(controller), fields: {} });
  controller.reveal({ kind: 'block', id });
}

/** Adds a block of the team's own and opens its title for writing. */
export function addOwn(controller: Controller, kind: BlockKind): void {
  const id = newId<BlockId>();
  const mergeKey = editKey();
  controller.session.run(addBlock, { id, kind, at: indexAfterChosen(controller), fields: {} }, { mergeKey });
  const title = { kind: 'block-title', id };
  controller.reveal(title);
  controller.editing.start(title, { mergeKey, selectAll: true });
}

/** Every block that can be added, as lines of a menu: standard ones first, then the team's own by how they are drawn. */
export function blockItems(controller: Controller, t: TranslateFn): readonly BoardMenuItem[] {
  const { doc } = controller.session.store.getState();
  const standard = missingBlocks(doc).map((id): BoardMenuItem => {
    const { icon } = STANDARD_BLOCKS[id];
    return { id, label: t(`persona.block.${id}`), icon, run: () => addStandard(controller, id) };
  });
  const own = BLOCK_KINDS.map((kind, at): BoardMenuItem => {
    const label = t('personaEditor.block.own', { kind: t(`persona.blockKind.${kind}`).toLocaleLowerCase() });
    const icon = blockIcon({ id: '', kind });
    return { id: `own-${kind}`, label, icon, separated: at === 0, run: () => addOwn(controller, kind) };
  });
  return [...standard, ...own];
}

/** Asks which block to add, at the selection. */
export function askForBlock(controller: Controller): boolean {
  controller.editing.finish();
  const t = currentT();
  askAtSelection(controller, t('personaEditor.block.add'), blockItems(controller, t));
  return true;
}
