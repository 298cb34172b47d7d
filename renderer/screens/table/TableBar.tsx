import { faultWords } from '@shared/table/words';
import { type Ref, useRef } from 'react';
import { useStore } from 'zustand/react';
import { useApp, workspace } from '@/app/appStore';
import { showError } from '@/app/errors';
import { newId } from '@/app/newId';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { desktop } from '@/platform/desktop';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { showToast } from '@/ui/notices';
import { PageBar, PageCrumb } from '@/ui/Page';
import { useT } from '@/ui/useT';
import { FileInput } from './FileInput';
import { refusalsCsv } from './refusalsCsv';
import styles from './TableScreen.module.css';
import { useTable, useTableSession, useWords } from './tableContext';

/** What is being explored, what of it is stored, and what can be done with the whole. */
export function TableBar({ titleRef }: { readonly titleRef: Ref<HTMLHeadingElement> }) {
  const t = useT();
  const words = useWords();
  const session = useTableSession();
  const open = useApp((state) => state.open);
  const source = useTable((state) => state.source);
  const isRead = useTable((state) => state.view !== null && state.progress === null);
  const refused = useTable((state) => state.view?.refused ?? 0);
  const input = useRef<HTMLInputElement>(null);

  const keep = async () => {
    if (!source || source.keptId !== null) return;
    const id: string = newId();
    const bytes = new Uint8Array(await source.file.arrayBuffer());
    const table = { id, name: source.name, size: bytes.length, keptAt: Date.now() };
    const kept = await workspace().keptTables.keep(table, bytes);
    if (!kept) return showToast({ text: t('tables.keepFailed'), icon: 'warning', lastsMs: 8000 });
    if (session.store.getState().source === source) session.store.setState({ source: { ...source, keptId: id } });
    showToast({ text: t('tables.keepDone', { name: source.name }), icon: 'hard-drive' });
  };
  const saveRefusals = async () => {
    if (!source) return;
    const suggestedName = t('tables.refusalFile', { name: source.name.replace(/\.[^.]*$/, '').slice(0, 100) });
    const target = await desktop().chooseTarget({ suggestedName, kind: 'csv' });
    if (!target) return;
    const { view } = session.store.getState();
    const list = (await session.allRefusals()).map((row) => ({
      line: row.line,
      column: row.column === null ? '' : (view?.columns[row.column]?.name ?? ''),
      value: row.value,
      reason: faultWords(row.fault, words),
    }));
    const bytes = new TextEncoder().encode(refusalsCsv(t('tables.refusalHeader'), list));
    const written = await desktop().writeTarget({ token: target.token, name: null, bytes });
    if (!written.ok) return showError(written.error);
    const { token, name } = written.value;
    showToast({
      icon: 'check',
      text: t('tables.refusalSaved', { name }),
      lastsMs: 8000,
      action: { label: t('common.showInFolder'), icon: 'folder-open', run: () => void desktop().showInFolder(token) },
    });
  };

  return (
    <PageBar>
      {open && <WorkshopTitle open={open} />}
      <h1 ref={titleRef} tabIndex={-1}>
        {t('tables.title')}
      </h1>
      <span className={styles.state} role="status">
        <Icon name="hard-drive" size={16} />
        {t(source?.keptId ? 'tables.kept' : 'tables.nothingWritten')}
      </span>
      <span className={styles.space} />
      {source && (
        <Button variant="ghost" onClick={() => input.current?.click()}>
          {t('tables.other')}
        </Button>
      )}
      <FileInput inputRef={input} />
      {isRead && refused > 0 && (
        <Button icon="download-simple" iconSize={17} onClick={() => void saveRefusals()}>
          {t('tables.refusalList')}
        </Button>
      )}
      {isRead && (
        <Button
          variant="primary"
          icon={source?.keptId ? 'check' : 'hard-drive'}
          iconSize={17}
          disabled={source?.keptId !== null}
          tip={source?.keptId ? t('tables.kept') : undefined}
          onClick={() => void keep()}
        >
          {t('tables.keep')}
        </Button>
      )}
    </PageBar>
  );
}

function WorkshopTitle({ open }: { readonly open: OpenWorkshop }) {
  const t = useT();
  const title = useStore(open.session.store, (state) => state.doc.info.title);
  return <PageCrumb>{open.alone ? t('board.alone.crumb') : title || t('home.card.untitled')}</PageCrumb>;
}
