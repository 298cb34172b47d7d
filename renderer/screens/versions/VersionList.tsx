import type { PersonaId } from '@shared/base/ids';
import { personaChanges } from '@shared/boards/persona/changes';
import { type VersionLine, versionLines } from '@shared/boards/persona/versionLines';
import { type CSSProperties, memo, useMemo, useState } from 'react';
import { openDialog, workspace } from '@/app/appStore';
import { showError } from '@/app/errors';
import type { PersonaVersion } from '@/session/versions';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
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
  const turn = (fold: string) => {
    const next = new Set(open);
    if (!next.delete(fold)) next.add(fold);
    setOpen(next);
  };
  return (
    <aside className={styles.side} aria-label={t('versions.list')}>
      <h2>{t('versions.count', { count: versions.length })}</h2>
      <div className={styles.list} style={{ '--digits': `${versions.at(-1)?.number ?? 1}`.length } as CSSProperties}>
        <div className={classNames(styles.line, b.version === null && styles.on)}>
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
        </div>
        {lines.map((line) =>
          line.kind === 'fold' ? (
            <Fold key={`fold ${line.id}`} line={line} onTurn={() => turn(line.id)} />
          ) : (
            <Line
              key={line.version.id}
              version={line.version}
              before={line.before}
              depth={line.depth}
              isOldest={line.version === versions[0]}
              side={a?.version === line.version ? 'a' : b.version === line.version ? 'b' : null}
              now={now}
              choose={choose}
            />
          ),
        )}
      </div>
      <footer className={styles.foot}>
        {pair.versions?.length === 0 && <p>{t('versions.none')}</p>}
        {a?.version && <Acts id={id} version={a.version} />}
        <p>{t('versions.promise')}</p>
      </footer>
    </aside>
  );
}

const depthStyle = (depth: number) => ({ '--depth': depth }) as CSSProperties;

interface FoldProps {
  readonly line: VersionLine<PersonaVersion> & { readonly kind: 'fold' };
  readonly onTurn: () => void;
}

/** Save points close to each other, in one line until it is opened. */
function Fold({ line, onTurn }: FoldProps) {
  const t = useT();
  const { count, oldest, newest, isOpen, depth } = line;
  return (
    <button
      type="button"
      className={classNames(styles.line, styles.fold)}
      style={depthStyle(depth)}
      aria-expanded={isOpen}
      onClick={onTurn}
    >
      <Icon name={isOpen ? 'caret-down' : 'caret-right'} size={16} />
      <span className={styles.words}>
        <strong>{t('versions.folded', { count })}</strong>
        <span>{t('versions.foldedFrom', { first: oldest.number, last: newest.number })}</span>
      </span>
    </button>
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
  return (
    <div
      className={classNames(styles.line, side && styles.on, version.name !== '' && styles.named)}
      style={depthStyle(depth)}
    >
      <b className={styles.number}>{t('versions.number', { number })}</b>
      <span className={styles.words}>
        <strong>{label}</strong>
        <span>{madeText(version, now, lang, t)}</span>
      </span>
      {version.read() && (
        <span className={styles.sides}>
          <SideChoice side="a" name={name} checked={side === 'a'} onChoose={() => choose('a', id)} />
          {!isOldest && <SideChoice side="b" name={name} checked={side === 'b'} onChoose={() => choose('b', id)} />}
        </span>
      )}
    </div>
  );
});

/** What a version is called: its name, what it restored, or what changed with it since the line below. */
function useLabel(version: PersonaVersion, below: PersonaVersion | null): string {
  const t = useT();
  return useMemo(() => {
    const doc = version.read();
    if (!doc) return version.name || t('versions.unreadable');
    if (version.name) return version.name;
    if (version.restored !== null) return t('versions.restoredFrom', { number: version.restored });
    if (!below) return t('versions.first');
    const was = below.read();
    return (was && changesInWords(personaChanges(was, doc).changes, was, doc, t)) || t('versions.sameAsBefore');
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

/** What can be done with the version on side A. */
function Acts({ id, version }: { readonly id: PersonaId; readonly version: PersonaVersion }) {
  const t = useT();
  const remove = async () => {
    const bringBack = await workspace().versions.remove(version.id);
    if (!bringBack) return showError({ code: 'storage-write-failed', detail: 'versions' });
    showToast({
      icon: 'trash',
      text: t('versions.removed', { number: version.number }),
      action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: () => void bringBack() },
    });
  };
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
      <Button size="small" icon="trash" variant="danger" onClick={() => void remove()}>
        {t('versions.remove')}
      </Button>
    </div>
  );
}
