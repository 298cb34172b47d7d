import type { PersonaId } from '@shared/base/ids';
import { personaChanges } from '@shared/boards/persona/changes';
import type { TranslateFn } from '@shared/i18n/translate';
import { useMemo } from 'react';
import { openDialog, workspace } from '@/app/appStore';
import { showError } from '@/app/errors';
import type { PersonaVersion } from '@/session/versions';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
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

/** Every version, latest first, under what the persona is now; each can be side A or B of the comparison. */
export function VersionList({ id, pair }: ListProps) {
  const t = useT();
  const lang = useLang();
  const { versions, a, b, choose } = pair;
  const labels = useLabels(versions ?? [], t);
  const now = Date.now();
  const last = versions?.at(-1);
  return (
    <aside className={styles.side} aria-label={t('versions.list')}>
      <h2>{t('versions.count', { count: versions?.length ?? 0 })}</h2>
      <div className={styles.list}>
        <Line
          label={t('versions.now')}
          number={null}
          note={t('versions.nowNote')}
          side={b.version === null ? 'b' : null}
          canBeA={false}
          onChoose={() => choose('b', null)}
        />
        {[...(versions ?? [])].reverse().map((version) => (
          <Line
            key={version.id}
            label={labels.get(version.id) ?? ''}
            isNamed={version.name !== ''}
            number={version.number}
            note={madeText(version, now, lang, t)}
            side={a?.version === version ? 'a' : b.version === version ? 'b' : null}
            canBeA
            canBeB={version !== versions?.[0]}
            isLatest={version === last}
            onChoose={(side) => choose(side, version.id)}
          />
        ))}
      </div>
      <footer className={styles.foot}>
        {versions?.length === 0 && <p>{t('versions.none')}</p>}
        {a?.version && <Acts id={id} version={a.version} />}
        <p>{t('versions.promise')}</p>
      </footer>
    </aside>
  );
}

/** What each version is called: its name, what it restored, or what changed with it. */
function useLabels(versions: readonly PersonaVersion[], t: TranslateFn): ReadonlyMap<string, string> {
  return useMemo(
    () =>
      new Map(
        versions.map((version, at) => {
          const before = versions[at - 1];
          if (version.name) return [version.id, version.name];
          if (version.restored !== null) return [version.id, t('versions.restoredFrom', { number: version.restored })];
          if (!before) return [version.id, t('versions.first')];
          const { changes } = personaChanges(before.doc, version.doc);
          return [version.id, changesInWords(changes, before.doc, version.doc, t) || t('versions.sameAsBefore')];
        }),
      ),
    [versions, t],
  );
}

interface LineProps {
  readonly label: string;
  readonly isNamed?: boolean;
  /** Null is now. */
  readonly number: number | null;
  readonly note: string;
  readonly side: 'a' | 'b' | null;
  readonly canBeA: boolean;
  readonly canBeB?: boolean;
  readonly isLatest?: boolean;
  readonly onChoose: (side: 'a' | 'b') => void;
}

function Line({ label, isNamed, number, note, side, canBeA, canBeB = true, onChoose }: LineProps) {
  const t = useT();
  const name = number === null ? label : t('versions.numbered', { number, label });
  return (
    <div className={classNames(styles.line, side && styles.on, isNamed && styles.named)}>
      <b className={styles.number}>{number === null ? '' : t('versions.number', { number })}</b>
      <span className={styles.words}>
        <strong>{label}</strong>
        <span>{note}</span>
      </span>
      <span className={styles.sides}>
        {canBeA && (
          <label className={styles.letter}>
            <input
              type="radio"
              name="side-a"
              aria-label={t('versions.asA', { name })}
              checked={side === 'a'}
              onChange={() => onChoose('a')}
            />
            <span aria-hidden="true">A</span>
          </label>
        )}
        {canBeB && (
          <label className={classNames(styles.letter, styles.full)}>
            <input
              type="radio"
              name="side-b"
              aria-label={t('versions.asB', { name })}
              checked={side === 'b'}
              onChange={() => onChoose('b')}
            />
            <span aria-hidden="true">B</span>
          </label>
        )}
      </span>
    </div>
  );
}

/** What can be done with the version on side A. */
function Acts({ id, version }: { readonly id: PersonaId; readonly version: PersonaVersion }) {
  const t = useT();
  const remove = async () => {
    const bringBack = await workspace().versions.remove(id, version.id);
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
