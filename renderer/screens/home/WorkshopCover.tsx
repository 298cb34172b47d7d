import type { DocId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { PersonaDoc, Portrait } from '@shared/boards/persona/model';
import type { AnyDoc } from '@shared/model/document';
import { type ThemeName, themeOf } from '@shared/model/theme';
import type { Primitive } from '@shared/scene/primitives';
import { useEffect, useMemo, useRef, useState } from 'react';
import { workspace } from '@/app/appStore';
import type { WorkshopCard } from '@/session/library';
import { SceneSvg } from '@/ui/SceneSvg';
import { journeyCover } from './journeyCover';

const HEIGHT = 138;

interface CoverContent {
  readonly journey: JourneyMapDoc;
  readonly portraits: readonly Portrait[];
}

async function peekAll<Doc extends AnyDoc>(ids: readonly DocId[]): Promise<readonly Doc[]> {
  const docs = await Promise.all(ids.map((id) => workspace().peek<Doc>(id)));
  return docs.filter((doc) => doc !== null);
}

/** The first journey of a workshop and the portraits of its personas. */
async function contentOf(card: WorkshopCard): Promise<CoverContent | null> {
  const first = card.boards.find((board) => board.kind === 'journey-map');
  const journey = first ? await workspace().peek<JourneyMapDoc>(first.id) : null;
  if (!journey) return null;
  const personas = await peekAll<PersonaDoc>(journey.info.personaIds);
  return { journey, portraits: personas.flatMap((persona) => persona.info.portrait ?? []) };
}

/** The cover of a card. Its data are read when the card first comes near the view. */
export function WorkshopCover({ card, theme }: { readonly card: WorkshopCard; readonly theme: ThemeName }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [width, setWidth] = useState(0);
  const [content, setContent] = useState<CoverContent | null>(null);

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
    void contentOf(card).then((found) => {
      if (!gone) setContent(found);
    });
    return () => {
      gone = true;
    };
  }, [near, card]);

  const items = useMemo<readonly Primitive[]>(
    () =>
      content && width > 0
        ? journeyCover(content.journey, content.portraits, themeOf(theme), { x: 0, y: 0, w: width, h: HEIGHT })
        : [],
    [content, theme, width],
  );
  return (
    <div ref={place} style={{ height: HEIGHT }}>
      <SceneSvg width={width} height={HEIGHT} items={items} />
    </div>
  );
}
