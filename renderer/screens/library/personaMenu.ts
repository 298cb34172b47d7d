import type { TranslateFn } from '@shared/i18n/translate';
import { openDialog } from '@/app/appStore';
import { canCompare, comparePersonas } from '@/app/library/chosen';
import { askErase } from '@/app/library/erase';
import { askExport } from '@/app/library/exchange';
import {
  archivePersonas,
  askTags,
  deletePersonas,
  duplicatePersona,
  markFavourite,
  openPersona,
  openVersions,
} from '@/app/library/personas';
import type { PersonaCard } from '@/session/library';
import type { MenuItemSpec } from '@/ui/menuItems';
import { select } from './view';

const areAll = (cards: readonly PersonaCard[], is: (card: PersonaCard) => boolean): boolean => cards.every(is);

/** What can be done with one card or several. */
export function itemsFor(cards: readonly PersonaCard[], t: TranslateFn): readonly MenuItemSpec[] {
  const one = cards.length === 1;
  const isFavourite = areAll(cards, ({ favourite }) => favourite);
  const isArchived = areAll(cards, ({ archived }) => archived);
  return [
    ...(one ? [{ id: 'open', label: t('library.menu.open'), icon: 'folder-open', shortcut: 'Enter' } as const] : []),
    {
      id: 'favourite',
      label: t(isFavourite ? 'library.menu.unfavourite' : 'library.menu.favourite'),
      icon: 'star',
      separated: true,
    },
    { id: 'tags', label: t('library.menu.tags'), icon: 'tag' },
    ...(one
      ? ([
          { id: 'duplicate', label: t('library.menu.duplicate'), icon: 'copy' },
          { id: 'versions', label: t('actions.personaVersions'), icon: 'clock-counter-clockwise' },
          { id: 'uses', label: t('library.menu.uses'), icon: 'link' },
        ] as const)
      : []),
    ...(canCompare(cards.length)
      ? [{ id: 'compare', label: t('library.menu.compare'), icon: 'columns' } as const]
      : []),
    { id: 'archive', label: t(isArchived ? 'library.menu.unarchive' : 'library.menu.archive'), icon: 'tray' },
    { id: 'export', label: t('library.exchange.export'), icon: 'download-simple' },
    { id: 'delete', label: t('library.menu.delete'), icon: 'trash', shortcut: 'Delete', danger: true, separated: true },
    { id: 'erase', label: t('library.menu.erase'), icon: 'x-circle', danger: true },
  ];
}

/** Does what a line of the menu says. */
export function actOn(cards: readonly PersonaCard[], action: string): void {
  const ids = cards.map(({ id }) => id);
  const [first] = ids;
  if (!first) return;
  if (action === 'open') openPersona(first);
  else if (action === 'favourite') void markFavourite(ids, !areAll(cards, ({ favourite }) => favourite));
  else if (action === 'tags') askTags(ids);
  else if (action === 'duplicate') void duplicatePersona(first);
  else if (action === 'versions') openVersions(first);
  else if (action === 'uses') openDialog({ kind: 'persona-uses', personaId: first });
  else if (action === 'compare') comparePersonas(ids);
  else if (action === 'export') askExport(ids);
  else if (action === 'erase') askErase(ids);
  else if (action === 'archive') {
    select(ids, false);
    void archivePersonas(ids, !areAll(cards, ({ archived }) => archived));
  } else if (action === 'delete') {
    select(ids, false);
    void deletePersonas(ids);
  }
}
