import type { AnyDoc } from '@shared/model/document';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { useT } from '@/ui/useT';
import type { BoardController } from './boardController';
import styles from './FindBar.module.css';
import { closeFind, goFind, setQuery } from './find';
import type { Find } from './uiState';
import { useDoc, useUi } from './useController';

/** Looks for a text on the board, above it: nothing of the board is covered. */
export function FindBar<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const find = useUi(controller, (ui) => ui.find);
  return find && <Bar controller={controller} find={find} />;
}

interface BarProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  readonly find: Find;
}

function Bar<Doc extends AnyDoc>({ controller, find }: BarProps<Doc>) {
  const t = useT();
  // What is found changes with the board.
  useDoc(controller.session);
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the field takes the keyboard again.
  useEffect(() => field.current?.select(), [find.asked]);
  const { hits, folded } = controller.found();
  const number = hits.length === 0 ? 0 : (find.at % hits.length) + 1;
  const counted =
    find.query.trim() === ''
      ? ''
      : hits.length === 0
        ? t('editing.find.none')
        : t('editing.find.count', { number, count: hits.length });
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') goFind(controller, event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') closeFind(controller);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={styles.bar} data-testid="find-bar">
      <Icon name="magnifying-glass" size={17} />
      <input
        ref={field}
        className={styles.field}
        type="text"
        // biome-ignore lint/a11y/noAutofocus: somebody asked to look for something.
        autoFocus
        aria-label={t('editing.find.label')}
        placeholder={t('editing.find.label')}
        value={find.query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setQuery(controller, event.currentTarget.value)}
        onKeyDown={keyDown}
      />
      <span className={styles.count} role="status">
        {counted}
        {folded > 0 && ` ${t('editing.find.folded', { count: folded })}`}
      </span>
      <IconButton
        icon="arrow-up"
        label={t('actions.findPrevious')}
        shortcut="Shift+F3"
        disabled={hits.length === 0}
        onClick={() => void goFind(controller, -1)}
      />
      <IconButton
        icon="arrow-down"
        label={t('actions.findNext')}
        shortcut="F3"
        disabled={hits.length === 0}
        onClick={() => void goFind(controller, 1)}
      />
      <IconButton icon="x" label={t('common.close')} shortcut="Escape" onClick={() => closeFind(controller)} />
    </search>
  );
}
