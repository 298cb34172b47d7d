import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, idsOf, type Seed, seeds, smallJourney } from '../../tests/support/journeyCommands';
import { journeyProblems } from '../../tests/support/journeyInvariants';
import { BOARD, bundleOf, FACTS, PERSONA, WORKSHOP } from '../../tests/support/workshopBundles';
import type { AssetHash, WorkshopId } from '../base/ids';
import { type JourneyMapDoc, journeyMapType } from '../boards/journey-map/model';
import { createLiveDocument } from '../document/liveDocument';
import { encodeState, loadYDoc } from '../document/yDocument';
import type { StoredDoc } from '../file/storedState';
import { readWorkshopFile, type WorkshopBundle, writeWorkshopFile } from '../file/workshopFile';
import type { AnyDoc } from '../model/document';
import { type WorkshopDoc, workshopType } from '../model/workshop';
import { setWorkshopInfo } from '../model/workshopCommands';
import { mergeWorkshops } from './workshopMerge';

const base = bundleOf(smallJourney());
const docsOf = (bundle: WorkshopBundle) => bundle.docs as Readonly<Record<string, StoredDoc>>;
const journeyIn = (bundle: WorkshopBundle) => docsOf(bundle)[BOARD]?.doc as unknown as JourneyMapDoc;

/** A copy of the workshop whose journey somebody went on with. */
function copyWith(all: readonly Seed[], writer: string): WorkshopBundle {
  const ydoc = loadYDoc([docsOf(base)[BOARD]?.state ?? new Uint8Array()]);
  const live = createLiveDocument(ydoc, journeyMapType, () => 0, { onChange: () => {}, onUpdate: () => {} });
  const newId = idsOf(writer);
  for (const seed of all) {
    const { command, args } = changeOf(live.doc(), seed, newId);
    live.run(command as never, args);
  }
  return withDocs(base, { [BOARD]: { doc: live.doc() as unknown as AnyDoc, state: encodeState(live.ydoc) } });
}

function withDocs(bundle: WorkshopBundle, docs: Readonly<Record<string, StoredDoc | null>>): WorkshopBundle {
  const all = Object.entries({ ...docsOf(bundle), ...docs }).filter(([, stored]) => stored !== null);
  return { ...bundle, docs: Object.fromEntries(all) as WorkshopBundle['docs'] };
}

function merged(a: WorkshopBundle, b: WorkshopBundle) {
  const outcome = mergeWorkshops(a, b, 'fr');
  if (!outcome) throw new Error('two workshops');
  return outcome;
}

const originOf = ({ sheets }: ReturnType<typeof merged>, id: string) => sheets.find((one) => one.id === id)?.origin;

/** A copy of the workshop with what somebody changed of itself. */
function copyAbout(fields: Partial<WorkshopDoc['info']>): WorkshopBundle {
  const ydoc = loadYDoc([docsOf(base)[WORKSHOP]?.state ?? new Uint8Array()]);
  const live = createLiveDocument(ydoc, workshopType, () => 0, { onChange: () => {}, onUpdate: () => {} });
  live.run(setWorkshopInfo, { fields });
  const copy = withDocs(base, { [WORKSHOP]: { doc: live.doc() as unknown as AnyDoc, state: encodeState(live.ydoc) } });
  const logo = fields.logo?.asset;
  return logo ? { ...copy, assets: { ...copy.assets, [logo]: new TextEncoder().encode(logo) } } : copy;
}

describe('two copies of a workshop as one', () => {
  it('keeps the logo that one of them got, and of two logos one with its picture alone', () => {
    const logo = (sign: string) => ({ asset: sign.repeat(64) as AssetHash, width: 40, height: 10 });
    const aboutOf = ({ bundle }: ReturnType<typeof merged>) =>
      (docsOf(bundle) as Record<string, { doc: unknown }>)[WORKSHOP]?.doc as WorkshopDoc | undefined;
    const one = merged(copyAbout({ logo: logo('a') }), copyAbout({ title: 'Autre titre' }));
    expect(aboutOf(one)?.info).toMatchObject({ logo: logo('a'), title: 'Autre titre' });
    expect(Object.keys(one.bundle.assets)).toContain('a'.repeat(64));
    const two = merged(copyAbout({ logo: logo('a') }), copyAbout({ logo: logo('b') }));
    const won = aboutOf(two)?.info.logo?.asset;
    const pictures = Object.keys(two.bundle.assets).filter((hash) => /^(a+|b+)$/.test(hash));
    expect([won]).toEqual(pictures);
  });

  it('is a sound workshop, the same whichever comes first', () => {
    fc.assert(
      fc.property(seeds(8), seeds(8), (mine, theirs) => {
        const [a, b] = [copyWith(mine, 'm'), copyWith(theirs, 't')];
        const one = merged(a, b);
        const other = merged(b, a);
        expect(journeyIn(one.bundle)).toEqual(journeyIn(other.bundle));
        expect(journeyProblems(journeyIn(one.bundle))).toEqual([]);
        const read = readWorkshopFile(writeWorkshopFile(one.bundle, FACTS), 'x.personarium');
        expect(read.ok && journeyIn(read.value)).toEqual(journeyIn(one.bundle));
        // Merged again it brings nothing more.
        expect(originOf(merged(one.bundle, a), BOARD)).toMatch(/^(same|a)$/);
      }),
      { numRuns: 40 },
    );
  });

  it('tells what came from where', () => {
    const journey = journeyIn(base);
    const [first, second] = Object.values(journey.notes);
    if (!first || !second) throw new Error('too few notes');
    const says = (id: string, text: string): WorkshopBundle => {
      const ydoc = loadYDoc([docsOf(base)[BOARD]?.state ?? new Uint8Array()]);
      (ydoc.getMap('notes').get(id) as unknown as Map<string, string>).set('text', text);
      const notes = { ...journey.notes, [id]: { ...journey.notes[id as keyof typeof journey.notes], text } };
      return withDocs(base, { [BOARD]: { doc: { ...journey, notes } as unknown as AnyDoc, state: encodeState(ydoc) } });
    };
    const [a, b] = [says(first.id, 'Mot de A'), says(second.id, 'Mot de B')];
    const both = merged(a, b);
    const sheet = both.sheets.find(({ id }) => id === BOARD);
    expect(sheet).toMatchObject({ origin: 'both', kind: 'journey-map', title: 'Parcours actuel', hasHistory: true });
    expect(sheet?.fromA.map(({ after }) => after)).toEqual([expect.stringContaining('Mot de A')]);
    expect(sheet?.fromB.map(({ after }) => after)).toEqual([expect.stringContaining('Mot de B')]);
    expect([originOf(both, WORKSHOP), originOf(merged(a, base), BOARD), originOf(merged(base, a), BOARD)]).toEqual([
      'same',
      'a',
      'b',
    ]);
  });

  it('takes in what only one has, and leaves out what one of them had taken out', () => {
    const without = withDocs(base, { [PERSONA]: null });
    expect(originOf(merged(without, base), PERSONA)).toBe('onlyB');
    expect(originOf(merged(base, without), PERSONA)).toBe('onlyA');
    const ydoc = loadYDoc([docsOf(base)[WORKSHOP]?.state ?? new Uint8Array()]);
    ydoc.getMap('boards').delete(BOARD);
    const workshop = { ...(docsOf(base)[WORKSHOP]?.doc as unknown as WorkshopDoc), boards: {} };
    const less = withDocs(base, {
      [BOARD]: null,
      [WORKSHOP]: { doc: workshop as unknown as AnyDoc, state: encodeState(ydoc) },
    });
    const outcome = merged(base, less);
    expect(originOf(outcome, BOARD)).toBe('dropped');
    expect(Object.keys(outcome.bundle.docs)).not.toContain(BOARD);
    expect(originOf(outcome, WORKSHOP)).toBe('b');
  });

  it('says when the copies share no history, and refuses another workshop', () => {
    const apart = bundleOf(smallJourney());
    expect(merged(base, apart).sheets.every(({ hasHistory }) => !hasHistory)).toBe(true);
    expect(mergeWorkshops(base, { ...base, workshopId: 'w2' as WorkshopId }, 'fr')).toBeNull();
  });
});
