import type { PersonaId } from '@shared/base/ids';
import { personaChanges } from '@shared/boards/persona/changes';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { useCallback, useEffect, useState } from 'react';
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

/** Ids of the versions on both sides; null on side B is now. */
interface Chosen {
  readonly a: string | null;
  readonly b: string | null;
}

/** The latest version that differs from what it is compared with; else the latest. */
function firstOf(versions: readonly PersonaVersion[], now: PersonaDoc): string | null {
  const readable = (version: PersonaVersion) => version.read() !== null;
  const differs = (version: PersonaVersion) => {
    const doc = version.read();
    return doc !== null && personaChanges(doc, now).changes.length > 0;
  };
  return (versions.findLast(differs) ?? versions.findLast(readable))?.id ?? null;
}

const sideOf = (version: PersonaVersion | null | undefined): Side | null => {
  const doc = version?.read();
  return version && doc ? { version, doc } : null;
};

/** The versions of a persona, and which two are compared: at first the latest that differs from now, with now. */
export function useVersions(id: PersonaId, now: PersonaDoc): VersionPair {
  const store = workspace().versions;
  const changes = useStore(store.changes);
  const [versions, setVersions] = useState<readonly PersonaVersion[] | null>(null);
  const [chosen, setChosen] = useState<Chosen>({ a: null, b: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version that was kept meanwhile is read too.
  useEffect(() => {
    let isHere = true;
    void store.list(id).then((list) => {
      if (!isHere) return;
      setVersions(list);
      // Chosen once: what is taken over from A must not make another version A.
      setChosen((before) => {
        if (list.some((one) => one.id === before.a)) return before;
        const place = list.findIndex((one) => one.id === before.b);
        const newer = list[place]?.read();
        return newer ? { ...before, a: firstOf(list.slice(0, place), newer) } : { a: firstOf(list, now), b: null };
      });
    });
    return () => {
      isHere = false;
    };
  }, [store, id, changes]);

  const find = (version: string | null) => versions?.find((one) => one.id === version);
  const choose = useCallback(
    (side: 'a' | 'b', version: string | null) =>
      setChosen((before) => chosenAfter(versions ?? [], before, side, version)),
    [versions],
  );
  return {
    versions,
    a: sideOf(find(chosen.a)),
    b: sideOf(find(chosen.b)) ?? { version: null, doc: now },
    choose,
  };
}

/** Which versions are compared once `version` was chosen for a side. */
function chosenAfter(
  versions: readonly PersonaVersion[],
  { a, b }: Chosen,
  side: 'a' | 'b',
  version: string | null,
): Chosen {
  const placeOf = (id: string | null) => versions.findIndex((one) => one.id === id);
  const place = placeOf(version);
  if (side === 'a') return { a: version, b: placeOf(b) > place ? b : null };
  if (version === null || placeOf(a) < place) return { a, b: version };
  return { a: versions.slice(0, place).findLast((one) => one.read())?.id ?? null, b: version };
}
