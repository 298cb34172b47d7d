import type { PersonaId } from '@shared/base/ids';
import { personaChanges } from '@shared/boards/persona/changes';
import { type VersionLine, versionLines } from '@shared/boards/persona/versionLines';
import type { TranslateFn } from '@shared/i18n/translate';
import { type CSSProperties, type KeyboardEvent, memo, useMemo, useState } from 'react';
import { openDialog, workspace } from '@/app/appStore';
import { showError } from '@/app/errors';
import type { PersonaVersion } from '@/session/versions';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { showToast } from '@/ui/notices';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import type { VersionPair } from './useVersions';
import styles from './VersionList.module.css';
import { changesInWords, madeText } from './versionWords';

interface ListProps {
  readonly id: PersonaId;
  readonly pair: VersionPair;
}

const NONE: readonly PersonaVersion[] = [];

/** Every version, latest first, under what the persona is now; each can be side A or B of the comparison. */
export function VersionList({ id, pair }: ListProps) {
  const t = useT();
  const { a, b, choose } = pair;
  const versions = pair.versions ?? NONE;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const now = useMemo(() => (versions === NONE ? 0 : Date.now()), [versions]);
  const lines = versionLines(versions, {
    isOpen: (fold) => open.has(fold),
    isChosen: (version) => version === a?.version || version === b.version,
    now,
  });
  const oldest = versions.find((version) => version.read());
  const folds = lines.flatMap((line) => (line.kind === 'fold' ? [line.id] : []));
  const roving = useRovingFolds(folds);
  const turn = (fold: string) => {
    const next = new Set(open);
    if (!next.delete(fold)) next.add(fold);
    setOpen(next);
  };
  return (
    <aside className={styles.side} aria-label={t('versions.list')}>
      <h2>{t('versions.count', { count: versions.length })}</h2>
      <ul className={styles.list} style={digitsStyle(versions)} onKeyDown={roving.onKeyDown}>
        <li className={classNames(styles.line, b.version === null && styles.on)}>
          <b className={styles.number} />
          <span className={styles.words}>
            <strong>{t('versions.now')}</strong>
            <span>{t('versions.nowNote')}</span>
          </span>
          <span className={styles.sides}>
            <SideChoice
              side="b"
              name={t('versions.now')}
              checked={b.version === null}
              onChoose={() => choose('b', null)}
            />
          </span>
        </li>
        {lines.map((line) =>
          line.kind === 'fold' ? (
            <Fold
              key={`fold ${line.id}`}
              line={line}
              isStop={line.id === roving.stop}
              onFocus={() => roving.setStop(line.id)}
              onTurn={() => turn(line.id)}
            />
          ) : (
            <Line
              key={line.version.id}
              version={line.version}
              before={line.before}
              depth={line.depth}
              isOldest={line.version === oldest}
              side={a?.version === line.version ? 'a' : b.version === line.version ? 'b' : null}
              now={now}
              choose={choose}
            />
          ),
        )}
      </ul>
      <footer className={styles.foot}>
        {pair.versions?.length === 0 && <p>{t('versions.none')}</p>}
        {a?.version && <Acts id={id} version={a.version} />}
        <p>{t('versions.promise')}</p>
      </footer>
    </aside>
  );
}

/** Folds are one stop of the Tab key: arrows, Home and End go from one to the other. */
function useRovingFolds(folds: readonly string[]) {
  const [last, setStop] = useState<string | null>(null);
  const stop = last !== null && folds.includes(last) ? last : (folds[0] ?? null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { fold } = (event.target as HTMLElement).dataset;
    if (fold === undefined) return;
    const at = folds.indexOf(fold);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: folds.length - 1 }[event.key];
    const next = to === undefined ? undefined : folds[to];
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-fold="${CSS.escape(next)}"]`)?.focus();
  };
  return { stop, setStop, onKeyDown };
}

const digitsStyle = (versions: readonly PersonaVersion[]) =>
  ({ '--digits': `${versions.at(-1)?.number ?? 1}`.length }) as CSSProperties;
const depthStyle = (depth: number) => ({ '--depth': depth }) as CSSProperties;

interface FoldProps {
  readonly line: VersionLine<PersonaVersion> & { readonly kind: 'fold' };
  /** Tab stops here. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onTurn: () => void;
}

/** Save points close to each other, in one line until it is opened. */
function Fold({ line, isStop, onFocus, onTurn }: FoldProps) {
  const t = useT();
  const { id, count, oldest, newest, isOpen, depth } = line;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: ARIA 1.2 gives items of a list their level.
    <li aria-level={depth + 1}>
      <button
        type="button"
        className={classNames(styles.line, styles.fold)}
        style={depthStyle(depth)}
        aria-expanded={isOpen}
        data-fold={id}
        tabIndex={isStop ? 0 : -1}
        onFocus={onFocus}
        onClick={onTurn}
      >
        <Icon name={isOpen ? 'caret-down' : 'caret-right'} size={16} />
        <span className={styles.words}>
          <strong>{t('versions.folded', { count })}</strong>
          <span>{t('versions.foldedFrom', { first: oldest.number, last: newest.number })}</span>
        </span>
      </button>
    </li>
  );
}

interface LineProps {
  readonly version: PersonaVersion;
  readonly before: PersonaVersion | null;
  readonly depth: number;
  readonly isOldest: boolean;
  readonly side: 'a' | 'b' | null;
  /** Epoch ms. */
  readonly now: number;
  readonly choose: VersionPair['choose'];
}

const Line = memo(function Line({ version, before, depth, isOldest, side, now, choose }: LineProps) {
  const t = useT();
  const lang = useLang();
  const { id, number } = version;
  const label = useLabel(version, before);
  const name = t('versions.numbered', { number, label });
  const isReadable = version.read() !== null;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: ARIA 1.2 gives items of a list their level.
    <li
      aria-level={depth + 1}
      className={classNames(styles.line, side && styles.on, version.name !== '' && styles.named)}
      style={depthStyle(depth)}
    >
      <b className={styles.number}>{t('versions.number', { number })}</b>
      <span className={styles.words}>
        <strong>{label}</strong>
        <span>{madeText(version, now, lang, t)}</span>
        {!isReadable && <span>{t('versions.unreadable')}</span>}
      </span>
      {isReadable ? (
        <span className={styles.sides}>
          <SideChoice side="a" name={name} checked={side === 'a'} onChoose={() => choose('a', id)} />
          {!isOldest && <SideChoice side="b" name={name} checked={side === 'b'} onChoose={() => choose('b', id)} />}
        </span>
      ) : (
        <IconButton
          icon="trash"
          label={t('versions.removeOne', { number })}
          onClick={() => void removeVersion(version, t)}
        />
      )}
    </li>
  );
});

/** What a version is called: its name, what it restored, or what changed with it since the line below. */
function useLabel(version: PersonaVersion, below: PersonaVersion | null): string {
  const t = useT();
  return useMemo(() => {
    const doc = version.read();
    if (version.name) return version.name;
    if (!doc) return t('versions.kept');
    if (version.restored !== null) return t('versions.restoredFrom', { number: version.restored });
    if (!below) return t('versions.first');
    const was = below.read();
    if (!was) return t('versions.kept');
    return changesInWords(personaChanges(was, doc).changes, was, doc, t) || t('versions.sameAsBefore');
  }, [version, below, t]);
}

interface SideProps {
  readonly side: 'a' | 'b';
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function SideChoice({ side, name, checked, onChoose }: SideProps) {
  const t = useT();
  return (
    <label className={classNames(styles.letter, side === 'b' && styles.full)}>
      <input
        type="radio"
        name={`side-${side}`}
        aria-label={t(side === 'a' ? 'versions.asA' : 'versions.asB', { name })}
        checked={checked}
        onChange={onChoose}
      />
      <span aria-hidden="true">{side.toUpperCase()}</span>
    </label>
  );
}

async function removeVersion({ id, number }: PersonaVersion, t: TranslateFn): Promise<void> {
  const bringBack = await workspace().versions.remove(id);
  if (!bringBack) return showError({ code: 'storage-write-failed', detail: 'versions' });
  showToast({
    icon: 'trash',
    text: t('versions.removed', { number }),
    action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: () => void bringBack() },
  });
}

/** What can be done with the version on side A. */
function Acts({ id, version }: { readonly id: PersonaId; readonly version: PersonaVersion }) {
  const t = useT();
  return (
    <div className={styles.acts}>
      <Button
        size="small"
        icon="pencil-simple"
        onClick={() =>
          openDialog({ kind: 'save-version', personaId: id, version: { id: version.id, name: version.name } })
        }
      >
        {t('versions.rename', { number: version.number })}
      </Button>
      <Button size="small" icon="trash" variant="danger" onClick={() => void removeVersion(version, t)}>
        {t('versions.remove')}
      </Button>
    </div>
  );
}
