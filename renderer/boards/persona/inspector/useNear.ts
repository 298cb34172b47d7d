import type { PersonaId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { useEffect, useRef, useState } from 'react';
import type { Workspace } from '@/session/workspaceApi';
import { type People, watchNear } from './watchNear';

const NOBODY: People = {};

/** The personas of the library that resemble this one. */
export function useNear(workspace: Workspace, id: PersonaId, doc: PersonaDoc): People {
  const [near, setNear] = useState<People>(NOBODY);
  const latest = useRef(doc);
  latest.current = doc;
  useEffect(() => {
    const stop = watchNear(workspace, id, () => latest.current, setNear);
    return () => {
      stop();
      setNear(NOBODY);
    };
  }, [workspace, id]);
  return near;
}
