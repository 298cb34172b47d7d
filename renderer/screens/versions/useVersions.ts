import type { PersonaId } from '@shared/base/ids';
import { personaChanges } from '@shared/boards/persona/changes';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { workspace } from '@/app/appStore';
import type { PersonaVersion } from '@/session/versions';

/** One side of a comparison: a version, or what the persona is now. */
export interface Side {
  /** Null is now. */
  readonly version: PersonaVersion | null;
  readonly doc: PersonaDoc;
}

export interface VersionPair {
  /** Oldest first; null while they are read. */
  readonly versions: readonly PersonaVersion[] | null;
  /** The older side; null where there is no version yet. */
  readonly a: Side | null;
  readonly b: Side;
  /** Chooses a side by the id of a version; null is now. The other side makes room: A stays the older one. */
  readonly choose: (side: 'a' | 'b', id: string | null) => void;
}

/** The latest version that differs from what the persona is now; else the latest. */
const firstOf = (versions: readonly PersonaVersion[], now: PersonaDoc): string | null =>
  (versions.findLast(({ doc }) => personaChanges(doc, now).changes.length > 0) ?? versions.at(-1))?.id ?? null;

/** The versions of a persona, and which two are compared: at first the latest that differs from now, with now. */
export function useVersions(id: PersonaId, now: PersonaDoc): VersionPair {
  const store = workspace().versions;
  const changes = useStore(store.changes);
  const [versions, setVersions] = useState<readonly PersonaVersion[] | null>(null);
  const [chosen, setChosen] = useState<{ readonly a: string | null; readonly b: string | null }>({ a: null, b: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version that was kept meanwhile is read too.
  useEffect(() => {
    let isHere = true;
    void store.list(id).then((list) => {
      if (!isHere) return;
      setVersions(list);
      // Chosen once: what is taken over from A must not make another version A.
      setChosen((before) => (list.some((one) => one.id === before.a) ? before : { ...before, a: firstOf(list, now) }));
    });
    return () => {
      isHere = false;
    };
  }, [store, id, changes]);

  const all = versions ?? [];
  const at = (version: string | null) => all.findIndex((one) => one.id === version);
  const older = all[at(chosen.a)] ?? null;
  const newer = all[at(chosen.b)] ?? null;
  return {
    versions,
    a: older ? { version: older, doc: older.doc } : null,
    b: newer ? { version: newer, doc: newer.doc } : { version: null, doc: now },
    choose: (side, version) => {
      const place = at(version);
      if (side === 'a') {
        const other = at(chosen.b);
        setChosen({ a: version, b: other > place ? chosen.b : null });
      } else {
        const before = older ? all.indexOf(older) : -1;
        setChosen({
          a: version === null || before < place ? (older?.id ?? null) : (all[place - 1]?.id ?? null),
          b: version,
        });
      }
    },
  };
}
