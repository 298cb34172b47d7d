import type { PersonaId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { portraitText } from '@shared/boards/persona/portraitText';
import { type ComparedLine, sideBySide } from '@shared/boards/persona/sideBySide';
import { personaStrength } from '@shared/boards/persona/strength';
import { personasInOrder } from '@shared/model/workshopCommands';
import { quoted, typographic } from '@shared/text/typography';
import { useEffect, useState } from 'react';
import { appStore, closeDialog, workspace } from '@/app/appStore';
import { MOST_COMPARED } from '@/app/library/chosen';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { Checkbox } from '@/ui/Checkbox';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { PersonaPicture } from '../library/PersonaPicture';
import styles from './ComparePersonasDialog.module.css';

interface Compared {
  readonly id: PersonaId;
  readonly doc: PersonaDoc;
}

/** The personas of the workshop on screen, in its order. */
function workshopPersonas(): readonly Compared[] {
  const { open } = appStore.getState();
  const docs = open?.personas.getState() ?? {};
  const ids = open ? personasInOrder(open.session.store.getState().doc).map(({ id }) => id) : [];
  return ids.flatMap((id) => (docs[id] ? [{ id, doc: docs[id] }] : []));
}

async function libraryPersonas(ids: readonly PersonaId[]): Promise<readonly Compared[]> {
  const docs = await Promise.all(ids.map((id) => workspace().peek<PersonaDoc>(id)));
  return ids.flatMap((id, at) => (docs[at] ? [{ id, doc: docs[at] }] : []));
}

/** Two to four personas, of the workshop or any of the library, in one table; lines where they differ are marked. */
export function ComparePersonasDialog({ ids }: { readonly ids: readonly PersonaId[] | null }) {
  const t = useT();
  const [all, setAll] = useState(() => (ids ? [] : workshopPersonas()));
  const [chosen, setChosen] = useState<readonly PersonaId[]>(() => ids ?? all.slice(0, 2).map(({ id }) => id));
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  useEffect(() => {
    let isHere = true;
    if (ids)
      void libraryPersonas(ids).then((read) => {
        if (isHere) setAll(read);
      });
    return () => {
      isHere = false;
    };
  }, [ids]);
  const shown = all.filter(({ id }) => chosen.includes(id));
  return (
    <Dialog title={t('personaEditor.compare.title')} size="large" onClose={closeDialog} reading>
      <fieldset className={styles.choose}>
        <legend>{t('personaEditor.compare.choose')}</legend>
        {all.map(({ id, doc }) => (
          <Checkbox
            key={id}
            label={doc.info.name.trim() || t('persona.unnamed')}
            checked={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= MOST_COMPARED}
            onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
        <Switch label={t('personaEditor.compare.onlyDifferences')} on={onlyDifferent} onChange={setOnlyDifferent} />
      </fieldset>
      {shown.length < 2 ? (
        all.length > 0 && <p>{t('personaEditor.compare.needTwo')}</p>
      ) : (
        <SideBySide personas={shown} onlyDifferent={onlyDifferent} />
      )}
    </Dialog>
  );
}

interface TableProps {
  readonly personas: readonly Compared[];
  readonly onlyDifferent: boolean;
}

function SideBySide({ personas, onlyDifferent }: TableProps) {
  const t = useT();
  const lang = useLang();
  const rows = sideBySide(
    personas.map(({ doc }) => doc),
    { t, lang },
  ).filter(({ differs }) => differs || !onlyDifferent);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('personaEditor.compare.field')}</th>
          {personas.map(({ id, doc }) => (
            <PersonaHead key={id} doc={doc} />
          ))}
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
              <td key={personas[at]?.id}>
                {lines.length === 0 ? (
                  <em className={styles.empty}>{t('personaEditor.compare.empty')}</em>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same.
                  lines.map((line, place) => <Line key={place} line={line} />)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PersonaHead({ doc }: { readonly doc: PersonaDoc }) {
  const t = useT();
  const { name, portrait, photo } = doc.info;
  const { squares } = personaStrength(doc);
  return (
    <th scope="col">
      <span className={styles.picture}>
        <PersonaPicture
          card={{ portrait: portraitText(portrait), photo: photo?.asset ?? null, name }}
          width={72}
          height={72}
        />
      </span>
      {name.trim() || t('persona.unnamed')}
      {squares !== null && <span className={styles.level}>{t(`persona.strength.level.${squares}`)}</span>}
    </th>
  );
}

/** What a person says stands between quotation marks; what the team notes, beside the sign of its proof. */
function Line({ line: { text, isSaid, evidence } }: { readonly line: ComparedLine }) {
  const t = useT();
  const lang = useLang();
  return (
    <p className={styles.line}>
      {evidence && (
        <span className={styles.sign} role="img" aria-label={t(`journey.evidence.${evidence}`)}>
          <EvidenceSign kind={evidence} size={11} />
        </span>
      )}
      <span className={isSaid ? styles.said : undefined}>{isSaid ? quoted(text, lang) : typographic(text, lang)}</span>
    </p>
  );
}
