import type { PersonaId } from '@shared/base/ids';
import { type ChangeField, type PersonaChange, personaChanges } from '@shared/boards/persona/changes';
import { fieldName } from '@shared/boards/persona/changeWords';
import { restoreVersion, takeFromVersion } from '@shared/boards/persona/commands/versions';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { portraitText } from '@shared/boards/persona/portraitText';
import { personaStrength } from '@shared/boards/persona/strength';
import type { IconName } from '@shared/scene/icons';
import { useMemo } from 'react';
import { workspace } from '@/app/appStore';
import { performAction } from '@/app/performAction';
import { boardEdited } from '@/app/undo';
import type { Session } from '@/session/session';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { showToast } from '@/ui/notices';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { PersonaPicture } from '../library/PersonaPicture';
import { Squares } from '../library/Squares';
import styles from './Comparison.module.css';
import { fieldIcon } from './fieldIcon';
import type { Side, VersionPair } from './useVersions';
import { SameValue, Value } from './Value';
import { madeText } from './versionWords';

const SIGNS: Readonly<Record<PersonaChange['kind'], IconName>> = {
  added: 'plus-circle',
  removed: 'minus-circle',
  changed: 'pencil-simple',
};

interface ComparisonProps {
  readonly id: PersonaId;
  readonly session: Session<PersonaDoc>;
  readonly pair: VersionPair;
  readonly isSameShown: boolean;
}

/** Two versions side by side, field by field; what is the same is folded into one line. */
export function Comparison({ id, session, pair, isSameShown }: ComparisonProps) {
  const t = useT();
  const { a, b } = pair;
  const older = a?.doc ?? null;
  const found = useMemo(() => older && personaChanges(older, b.doc), [older, b.doc]);
  if (!a || !found) {
    const { versions } = pair;
    return (
      versions && <p className={styles.nothing}>{t(versions[0] ? 'versions.noneReadable' : 'versions.nothingYet')}</p>
    );
  }
  const { changes, same } = found;
  const isNow = b.version === null;
  const restore = async (side: Side) => {
    const { version, doc } = side;
    if (!version) return;
    session.run(restoreVersion, { version: doc });
    boardEdited();
    await workspace().versions.restored(id, version.number);
    showToast({
      icon: 'clock-counter-clockwise',
      text: t('versions.restored', { number: version.number }),
      action: { label: t('common.undo'), run: () => performAction('undo') },
    });
  };
  const take = (field: ChangeField) => {
    session.run(takeFromVersion, { version: a.doc, field });
    boardEdited();
  };
  return (
    <div className={styles.sheet}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long comparison must scroll by keys. */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('versions.comparison')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.counts}>
                <b>{t('versions.differences', { count: changes.length })}</b>
                <Counts changes={changes} />
              </th>
              <th scope="col">
                <Head side={a} letter="A" />
              </th>
              <td className={styles.arrow} />
              <th scope="col">
                <Head side={b} letter="B" />
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => {
              const name = fieldName(change.field, a.doc, b.doc, t);
              return (
                <tr key={keyOf(change.field)} data-change={change.kind}>
                  <th scope="row">
                    <FieldHead field={change.field} name={name} />
                    <span className={styles.kind}>
                      <Icon name={SIGNS[change.kind]} size={14} />
                      {t(`persona.change.${change.kind}`)}
                    </span>
                  </th>
                  <td>
                    <Value change={change} doc={a.doc} other={b.doc} side="before" />
                  </td>
                  <td className={styles.arrow}>
                    {isNow && (
                      <IconButton
                        icon="arrow-right"
                        className={styles.take}
                        label={t('versions.take', { name })}
                        onClick={() => take(change.field)}
                      />
                    )}
                  </td>
                  <td>
                    <Value change={change} doc={b.doc} other={a.doc} side="after" />
                  </td>
                </tr>
              );
            })}
            {changes.length === 0 && (
              <tr>
                <td colSpan={4} className={styles.folded}>
                  {t('versions.equal')}
                </td>
              </tr>
            )}
            {isSameShown ? <SameRows fields={same} doc={b.doc} /> : <SameLine fields={same} doc={b.doc} />}
          </tbody>
        </table>
      </section>
      <footer className={styles.foot}>
        <del>{t('persona.change.removed')}</del>
        <ins>{t('persona.change.added')}</ins>
        <span className={styles.legend}>
          {isNow ? (
            <>
              <Icon name="arrow-right" size={15} />
              {t('versions.takeLegend')}
            </>
          ) : (
            t('versions.takeNeedsNow')
          )}
        </span>
        <span className={styles.space} />
        {b.version && (
          <Button icon="clock-counter-clockwise" onClick={() => void restore(b)}>
            {t('versions.restore', { number: b.version.number })}
          </Button>
        )}
        {a.version && (
          <Button
            variant="primary"
            icon="clock-counter-clockwise"
            disabled={isNow && changes.length === 0}
            tip={isNow && changes.length === 0 ? t('versions.equal') : undefined}
            onClick={() => void restore(a)}
          >
            {t('versions.restore', { number: a.version.number })}
          </Button>
        )}
      </footer>
    </div>
  );
}

const keyOf = (field: ChangeField): string =>
  field.kind === 'block' ? `block ${field.id}` : 'name' in field ? `${field.kind} ${field.name}` : field.kind;

function FieldHead({ field, name }: { readonly field: ChangeField; readonly name: string }) {
  return (
    <span className={styles.field}>
      <Icon name={fieldIcon(field)} size={16} />
      {name}
    </span>
  );
}

function Counts({ changes }: { readonly changes: readonly PersonaChange[] }) {
  const t = useT();
  const kinds = (['changed', 'added', 'removed'] as const)
    .map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
  return <span>{kinds.map(([kind, count]) => t(`versions.of.${kind}`, { count })).join(', ')}</span>;
}

function Head({ side, letter }: { readonly side: Side; readonly letter: 'A' | 'B' }) {
  const t = useT();
  const lang = useLang();
  const { doc, version } = side;
  const { squares } = personaStrength(doc);
  const card = { name: doc.info.name, portrait: portraitText(doc.info.portrait), photo: doc.info.photo?.asset ?? null };
  return (
    <div className={styles.head}>
      <span className={styles.face}>
        <PersonaPicture card={card} width={84} height={96} />
      </span>
      <span className={styles.title}>
        <b>{version ? version.name || t('versions.number', { number: version.number }) : t('versions.now')}</b>
        <span>
          {version
            ? `${version.name ? `${t('versions.number', { number: version.number })}, ` : ''}${madeText(version, Date.now(), lang, t)}`
            : t('versions.nowNote')}
        </span>
        <span className={styles.strength}>
          <Squares count={squares} silent />
          {t(squares === null ? 'personaEditor.strength.none' : `persona.strength.level.${squares}`)}
        </span>
      </span>
      <span className={classNames(styles.letter, letter === 'B' && styles.full)}>{letter}</span>
    </div>
  );
}

interface SameProps {
  readonly fields: readonly ChangeField[];
  readonly doc: PersonaDoc;
}

const NAMED = 6;

function SameLine({ fields, doc }: SameProps) {
  const t = useT();
  if (fields.length === 0) return null;
  const names = fields.slice(0, NAMED).map((field) => fieldName(field, doc, doc, t));
  const rest = fields.length - names.length;
  return (
    <tr className={styles.same}>
      <td colSpan={4} className={styles.folded}>
        <Icon name="equals" size={16} />
        {t('versions.same', {
          count: fields.length,
          names: rest > 0 ? t('versions.andOthers', { names: names.join(', '), count: rest }) : names.join(', '),
        })}
      </td>
    </tr>
  );
}

function SameRows({ fields, doc }: SameProps) {
  const t = useT();
  return fields.map((field) => (
    <tr key={keyOf(field)} className={styles.same}>
      <th scope="row">
        <FieldHead field={field} name={fieldName(field, doc, doc, t)} />
        <span className={styles.kind}>
          <Icon name="equals" size={14} />
          {t('versions.identical')}
        </span>
      </th>
      <td colSpan={3}>
        <SameValue field={field} doc={doc} />
      </td>
    </tr>
  ));
}
