import type { BlockId } from '@shared/base/ids';
import { setBlockFields, setFact } from '@shared/boards/persona/commands/blocks';
import { setPhoto } from '@shared/boards/persona/commands/info';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { evidenceInOrder, shownBlocks } from '@shared/boards/persona/order';
import type { TranslateFn } from '@shared/i18n/translate';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import type { Target } from '@shared/scene/primitives';
import { addHere } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import { type BoardMenuItem, type MenuLines, menuLines } from '@/editor/menuItems';
import { askForBlock } from './addingBlocks';
import { claimAsNote, setClaims } from './claims';
import { blockOf, entryOf, factOf } from './entities';
import { openWindow } from './personaUi';

interface MenuContext {
  readonly controller: BoardController<PersonaDoc>;
  readonly doc: PersonaDoc;
  readonly t: TranslateFn;
  readonly lines: MenuLines;
}
type Item = BoardMenuItem;

/** The four kinds of proof; the one that is set is taken back. */
function proofs({ controller, doc, t }: MenuContext, target: Target): readonly Item[] {
  const claim = claimAsNote(doc, target);
  if (!claim) return [];
  return EVIDENCE_KINDS.map((kind, at) => ({
    id: `proof-${kind}`,
    label: t('editing.menu.evidenceIs', { evidence: t(`journey.evidence.${kind}`) }),
    icon: 'seal-check',
    separated: at === 0,
    checked: claim.evidence === kind,
    run: () =>
      setClaims(controller.session, [{ id: claim.id, fields: { evidence: claim.evidence === kind ? null : kind } }]),
  }));
}

function entryMenu(context: MenuContext, target: Target): readonly Item[] {
  const { lines } = context;
  return [
    lines.edit(),
    lines.duplicate(),
    ...proofs(context, target),
    { ...lines.move('moveUp', false), separated: true },
    lines.move('moveDown', false),
    lines.remove(),
  ];
}

const addBlockItem = ({ controller, t }: MenuContext): Item => ({
  id: 'block',
  label: t('personaEditor.block.add'),
  icon: 'plus',
  shortcut: 'B',
  run: () => void askForBlock(controller),
});

function blockMenu(context: MenuContext, id: string): readonly Item[] {
  const { controller, doc, t, lines } = context;
  const shown = shownBlocks(doc);
  const at = shown.findIndex((block) => block.id === id);
  return [
    {
      id: 'here',
      label: t('editing.menu.addHere'),
      icon: 'plus',
      shortcut: 'Enter',
      run: () => {
        controller.select([{ kind: 'block', id }]);
        addHere(controller);
      },
    },
    {
      id: 'title',
      label: t('personaEditor.block.rename'),
      icon: 'pencil-simple',
      run: () => {
        controller.select([{ kind: 'block-title', id }]);
        controller.editing.start({ kind: 'block-title', id }, { selectAll: true });
      },
    },
    {
      id: 'hide',
      label: t('personaEditor.block.hide'),
      icon: 'eye-slash',
      run: () => controller.session.run(setBlockFields, { id: id as BlockId, fields: { visible: false } }),
    },
    { ...lines.move('moveUp', at <= 0), separated: true },
    lines.move('moveDown', at === shown.length - 1),
    addBlockItem(context),
    lines.zoomHere(),
    lines.remove(),
  ];
}

function portraitMenu({ controller, doc, t, lines }: MenuContext): readonly Item[] {
  const { session } = controller;
  return [
    {
      id: 'maker',
      label: t('actions.editPortrait'),
      icon: 'user-focus',
      shortcut: 'Shift+P',
      run: lines.act('editPortrait'),
    },
    {
      id: 'photo',
      label: t(doc.info.photo ? 'personaEditor.photo.change' : 'personaEditor.photo.choose'),
      icon: 'image',
      run: () => openWindow(session, 'photo'),
    },
    ...(doc.info.photo
      ? [
          {
            id: 'noPhoto',
            label: t('personaEditor.photo.remove'),
            icon: 'trash',
            run: () => session.run(setPhoto, { photo: null }),
          } as const,
        ]
      : []),
    lines.zoomHere(),
  ];
}

function pageMenu(context: MenuContext): readonly Item[] {
  const { t, lines } = context;
  return [
    { ...lines.addNote(), label: t('personaEditor.entry.add') },
    addBlockItem(context),
    {
      id: 'source',
      label: t('actions.addSource'),
      icon: 'seal-check',
      shortcut: 'Shift+E',
      run: lines.act('addSource'),
    },
    lines.zoomFit(),
  ];
}

/** The menu of the one thing that is chosen on a persona, or of the persona. */
export function personaMenu(controller: BoardController<PersonaDoc>, t: TranslateFn): readonly BoardMenuItem[] {
  const { doc } = controller.session.store.getState();
  const context = { controller, doc, t, lines: menuLines(controller, t) };
  const { lines } = context;
  const [only] = controller.selection();
  if (!only) return pageMenu(context);
  if (entryOf(doc, only)) return entryMenu(context, only);
  const block = blockOf(doc, only);
  if (block) return blockMenu(context, block.id);
  const fact = factOf(only);
  if (fact) {
    const hide: Item = {
      id: 'hide',
      label: t('personaEditor.fact.hide'),
      icon: 'eye-slash',
      separated: true,
      run: () => controller.session.run(setFact, { id: fact, fields: { visible: false } }),
    };
    return [lines.edit(), ...proofs(context, only), hide];
  }
  switch (only.kind) {
    case 'portrait':
      return portraitMenu(context);
    case 'evidence': {
      const at = evidenceInOrder(doc).findIndex(({ id }) => id === only.id);
      const last = evidenceInOrder(doc).length - 1;
      return [lines.move('moveUp', at <= 0), lines.move('moveDown', at === last), lines.zoomHere(), lines.remove()];
    }
    default:
      return [lines.edit(), ...pageMenu(context)];
  }
}
