import type { DocId, PersonaId } from '@shared/base/ids';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { PersonaDoc, Portrait } from '@shared/boards/persona/model';
import type { AnyDoc } from '@shared/model/document';
import { type Theme, type ThemeName, themeOf } from '@shared/model/theme';
import type { Box, Primitive } from '@shared/scene/primitives';
import { useEffect, useMemo, useRef, useState } from 'react';
import { workspace } from '@/app/appStore';
import type { WorkshopCard } from '@/session/library';
import { SceneSvg } from '@/ui/SceneSvg';
import { empathyCover } from './empathyCover';
import { journeyCover } from './journeyCover';

const HEIGHT = 138;

/** Draws a cover into a box. */
type Cover = (theme: Theme, box: Box) => readonly Primitive[];

async function peekAll<Doc extends AnyDoc>(ids: readonly DocId[]): Promise<readonly Doc[]> {
  const docs = await Promise.all(ids.map((id) => workspace().peek<Doc>(id)));
  return docs.filter((doc) => doc !== null);
}

const portraitsOf = async (ids: readonly PersonaId[]): Promise<readonly Portrait[]> =>
  (await peekAll<PersonaDoc>(ids)).flatMap((persona) => persona.info.portrait ?? []);

/** The first board of a workshop in small, with the portraits of its personas. */
async function coverOf(card: WorkshopCard): Promise<Cover | null> {
  const [first] = card.boards;
  if (first?.kind === 'empathy-map') {
    const map = await workspace().peek<EmpathyMapDoc>(first.id);
    const portraits = map?.info.personaId ? await portraitsOf([map.info.personaId]) : [];
    return map && ((theme, box) => empathyCover(map, portraits[0] ?? null, theme, box));
  }
  const journey = first ? await workspace().peek<JourneyMapDoc>(first.id) : null;
  if (!journey) return null;
  const portraits = await portraitsOf(journey.info.personaIds);
  return (theme, box) => journeyCover(journey, portraits, theme, box);
}

/** The cover of a card. Its data are read when the card first comes near the view. */
export function WorkshopCover({ card, theme }: { readonly card: WorkshopCard; readonly theme: ThemeName }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [width, setWidth] = useState(0);
  const [cover, setCover] = useState<Cover | null>(null);

  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: '300px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);

  // Drawn for the width it has: arrows and curve are never cut.
  useEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);

  // The card is a new object after each edit of its workshop.
  useEffect(() => {
    if (!near) return;
    let gone = false;
    void coverOf(card).then((found) => {
      if (!gone) setCover(() => found);
    });
    return () => {
      gone = true;
    };
  }, [near, card]);

  const items = useMemo<readonly Primitive[]>(
    () => (cover && width > 0 ? cover(themeOf(theme), { x: 0, y: 0, w: width, h: HEIGHT }) : []),
    [cover, theme, width],
  );
  return (
    <div ref={place} style={{ height: HEIGHT }}>
      <SceneSvg width={width} height={HEIGHT} items={items} />
    </div>
  );
}
