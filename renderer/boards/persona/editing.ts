import { deleteTargets } from '@shared/boards/persona/commands/deleteTargets';
import { personaKind } from '@shared/boards/persona/kind';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { TranslateFn } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import type { BoardEditing, GestureHooks, KeyHint } from '@/editor/boardEditing';
import { dragPieces } from '@/editor/dragPieces';
import { onDemand } from '@/ui/onDemand';
import { personaActions } from './actions';
import { addClaims, allClaims, claimAsNote, setClaims } from './claims';
import { dragBlock } from './dragBlock';
import { blockOf, exists } from './entities';
import { personaMenu } from './menus';
import { moveTarget } from './moving';
import { PersonaWindows } from './PersonaWindows';
import { addNear, addTo, blockBeside, contentsOf, duplicateEntries, entryHome, placeOf, putIn } from './places';
import { hitRank, isContent, isDeletable, isMovable, lineOf, siblingsOf, stopsOf } from './targetRules';
import { personaTexts, textOf, writeText } from './texts';
import { targetLabel } from './words';

const gestures: GestureHooks<PersonaDoc> = {
  startDrag: (context, held, selection) => {
    if (held.kind === 'entry') return dragPieces(context, held, selection);
    return held.kind === 'block' || held.kind === 'block-title' ? dragBlock(context, held) : null;
  },
  key: (controller, key) => {
    const [only, more] = controller.selection();
    // A picture has no words: Enter opens what it is made with.
    if (key !== 'Enter' || more || only?.kind !== 'portrait') return false;
    return controller.perform('editPortrait');
  },
};

const hintsFor = ({ kind }: Target, t: TranslateFn): readonly KeyHint[] | null => {
  switch (kind) {
    case 'portrait':
      return [{ keys: ['Enter'], text: t('actions.editPortrait') }];
    case 'block':
    case 'block-title':
      return [
        { keys: ['Enter'], text: t(kind === 'block' ? 'personaEditor.entry.add' : 'editing.bar.write') },
        { keys: ['Alt+Down'], text: t('editing.bar.move') },
        { keys: ['B'], text: t('personaEditor.block.add') },
      ];
    case 'entry':
      return [
        { keys: ['Enter'], text: t('editing.bar.write') },
        { keys: ['N'], text: t('personaEditor.entry.addBelow') },
        { keys: ['P'], text: t('editing.bar.evidence') },
        { keys: ['Alt+Down'], text: t('editing.bar.move') },
      ];
    default:
      return null;
  }
};

/** The persona in the editor: blocks are places, their entries what stands in them. */
export const personaEditing: BoardEditing<PersonaDoc> = {
  kind: personaKind,
  title: (doc, t) => doc.info.name.trim() || t('persona.unnamed'),
  targets: {
    rank: hitRank,
    isContent,
    isMovable,
    isDeletable,
    axisOf: () => null,
    exists,
    stops: stopsOf,
    focusOf: () => null,
    label: targetLabel,
    lineOf,
    siblings: siblingsOf,
  },
  texts: {
    get: textOf,
    set: writeText,
    all: personaTexts,
    isLocked: () => false,
    writtenPart: (target) => target,
    opensWhenAdded: () => true,
    vanishesEmpty: ({ kind }) => kind === 'entry',
    staysEmpty: ({ kind }) => kind !== 'entry',
  },
  places: {
    isPlace: ({ kind }) => kind === 'block',
    rank: (target, piece) => (target.kind === 'block' && piece.kind === 'entry' ? 1 : -1),
    of: placeOf,
    contents: contentsOf,
    beside: blockBeside,
    takes: (doc, place, piece) => piece.kind === 'entry' && blockOf(doc, place) !== null,
    put: putIn,
    add: addTo,
    capture: () => ({ another: true, beside: 'add' }),
    home: entryHome,
  },
  notes: {
    proofOnly: true,
    get: claimAsNote,
    all: allClaims,
    paper: () => null,
    add: addClaims,
    own: () => ({}),
    set: setClaims,
  },
  groups: {
    isGroup: () => false,
    of: () => null,
    isFolded: () => false,
    gather: () => null,
    dissolve: () => undefined,
    fold: () => undefined,
  },
  free: null,
  panels: {
    Inspector: onDemand(async () => (await import('./PersonaInspector')).PersonaInspector),
    Above: PersonaWindows,
    outlineLabel: (t) => t('personaEditor.outline'),
    headings: new Set(['block']),
    keyHints: hintsFor,
  },
  gestures,
  move: moveTarget,
  remove: (session, targets) =>
    session.run(deleteTargets, {
      targets: targets.map(({ kind, id }) => ({ kind: kind === 'block-title' ? 'block' : kind, id })),
    }),
  refusal: (_targets, t) => t('editing.canvas.locked'),
  duplicate: duplicateEntries,
  addNear,
  actions: personaActions,
  menu: personaMenu,
};
