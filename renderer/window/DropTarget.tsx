import { useEffect, useState } from 'react';
import { appStore } from '@/app/appStore';
import { openCarriers, openDroppedFiles } from '@/app/files';
import { isMarkdownName } from '@/app/library/personaFiles';
import { isTextField } from '@/app/shortcuts';
import { isTableFile, showTable } from '@/app/tables';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './DropTarget.module.css';

/** On the library Markdown and a table of personas come in; every other table is explored. */
async function takeFiles(files: readonly File[]): Promise<void> {
  const table = files.find(isTableFile);
  const { screen, section } = appStore.getState();
  if (screen === 'home' && section === 'library') {
    const { importDropped, isPersonaTable } = await import('@/app/library/exchange');
    if (files.some(({ name }) => isMarkdownName(name)) || (table && (await isPersonaTable(table))))
      return importDropped(files);
  }
  if (!table) return openDroppedFiles(files);
  const { isJourneyTable } = await import('@/app/journeyFiles');
  if (await isJourneyTable(table)) return openDroppedFiles([table]);
  showTable(table);
}

const isPng = ({ type }: File): boolean => type === 'image/png';

/** What is dragged, to be read after the drop: the engine empties its own. */
function copyOf(data: DataTransfer): DataTransfer {
  const copy = new DataTransfer();
  for (const type of data.types) if (type !== 'Files') copy.setData(type, data.getData(type));
  for (const file of data.files) copy.items.add(file);
  return copy;
}

/** A picture may be a poster that carries a workshop: that one is opened. Others go to the board, or to who else opens files. */
async function takePictures(files: readonly File[], toBoard: () => boolean): Promise<void> {
  if (await openCarriers(files)) return;
  if (!toBoard()) await takeFiles(files);
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files dropped anywhere on the window are opened; pictures and text dropped on a board become notes. */
export function DropTarget() {
  const t = useT();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const board = () => appStore.getState().open?.handle.getState().handle?.drop ?? null;
    const isReady = () => appStore.getState().workspace !== null && appStore.getState().dialog === null;
    const drag = (event: DragEvent) => {
      const { dataTransfer: data } = event;
      // A text field takes text itself.
      if (!data || (!hasFiles(event) && isTextField(event.target))) return;
      const onBoard = isReady() && (board()?.over(data, { x: event.clientX, y: event.clientY }) ?? false);
      if (!onBoard && !hasFiles(event)) return;
      // Without this the browser would leave the app for the file.
      event.preventDefault();
      data.dropEffect = isReady() ? 'copy' : 'none';
      setOver(isReady() && !onBoard);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget !== null) return;
      board()?.over(null, null);
      setOver(false);
    };
    const drop = (event: DragEvent) => {
      const { dataTransfer: data } = event;
      if (!data || (!hasFiles(event) && isTextField(event.target))) return;
      event.preventDefault();
      setOver(false);
      if (!isReady()) return;
      const files = [...data.files];
      const point = { x: event.clientX, y: event.clientY };
      if (files.some(isPng)) {
        const copy = copyOf(data);
        void takePictures(files, () => board()?.take(copy, point) ?? false);
        board()?.over(null, null);
      } else if (!board()?.take(data, point) && hasFiles(event)) void takeFiles(files);
    };
    window.addEventListener('dragenter', drag);
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', drag);
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={styles.veil}>
      <div className={styles.card}>
        <Icon name="folder-open" size={28} />
        <b>{t('common.drop.title')}</b>
        <span>{t('common.drop.text')}</span>
      </div>
    </div>
  );
}
