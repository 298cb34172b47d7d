import type { PersonaId } from '@shared/base/ids';
import { sideBySide } from '@shared/boards/persona/sideBySide';
import { personaStrength } from '@shared/boards/persona/strength';
import { personasInOrder } from '@shared/model/workshopCommands';
import { useState } from 'react';
import { closeDialog, useApp } from '@/app/appStore';
import { Checkbox } from '@/ui/Checkbox';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import styles from './ComparePersonasDialog.module.css';

/** So many stand side by side at most: more columns are too narrow to read. */
const MOST = 4;

/** Two to four personas of the workshop in one table; lines where they differ are marked. */
export function ComparePersonasDialog() {
  const t = useT();
  const lang = useLang();
  const open = useApp((state) => state.open);
  const personas = open?.personas.getState() ?? {};
  const all = open ? personasInOrder(open.session.store.getState().doc).filter(({ id }) => personas[id]) : [];
  const [chosen, setChosen] = useState<readonly PersonaId[]>(() => all.slice(0, 2).map(({ id }) => id));
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const nameOf = (id: PersonaId) => personas[id]?.info.name || t('persona.unnamed');
  const shown = all.flatMap(({ id }) => (chosen.includes(id) && personas[id] ? [{ id, doc: personas[id] }] : []));
  const rows = sideBySide(
    shown.map(({ doc }) => doc),
    { t, lang },
  ).filter(({ differs }) => differs || !onlyDifferent);
  return (
    <Dialog title={t('personaEditor.compare.title')} size="large" onClose={closeDialog} reading>
      <fieldset className={styles.choose}>
        <legend>{t('personaEditor.compare.choose')}</legend>
        {all.map(({ id }) => (
          <Checkbox
            key={id}
            label={nameOf(id)}
            checked={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= MOST}
            onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
        <Switch label={t('personaEditor.compare.onlyDifferences')} on={onlyDifferent} onChange={setOnlyDifferent} />
      </fieldset>
      {shown.length < 2 ? (
        <p>{t('personaEditor.compare.needTwo')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('personaEditor.compare.field')}</th>
              {shown.map(({ id, doc }) => {
                const { squares } = personaStrength(doc);
                return (
                  <th key={id} scope="col">
                    {nameOf(id)}
                    {squares !== null && <span className={styles.level}>{t(`persona.strength.level.${squares}`)}</span>}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, cells, differs }) => (
              <tr key={id} data-differs={differs ? '' : undefined}>
                <th scope="row">
                  {label}
                  <span className={styles.mark}>
                    <Icon name={differs ? 'not-equals' : 'equals'} size={14} />
                    {t(differs ? 'personaEditor.compare.differs' : 'personaEditor.compare.same')}
                  </span>
                </th>
                {cells.map((lines, at) => (
                  <td key={shown[at]?.id}>
                    {lines.length === 0 ? (
                      <em>{t('personaEditor.compare.empty')}</em>
                    ) : (
                      lines.map((line) => <p key={line}>{line}</p>)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
