import * as fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { xmlTree } from '../../renderer/tables/xmlTree';
import type { Id, NewId, PersonaId } from '../../shared/base/ids';
import { type JourneyMapDoc, journeyMapType, type Note, type Touchpoint } from '../../shared/boards/journey-map/model';
import { columnsInOrder, lanesInOrder, stagesInOrder, stepsOf } from '../../shared/boards/journey-map/order';
import { readCjml, writeCjml } from '../../shared/exchange/journeyCjml';
import { translator } from '../../shared/i18n/translate';
import { sampleWorkshop } from '../../shared/sample/sampleWorkshop';
import { arbitraryJourneyMap } from '../support/arbitraryJourneyMap';

function counter(): NewId {
  let count = 0;
  return <T extends Id<string>>() => `id${++count}` as T;
}

const t = translator('fr');
const written = (doc: JourneyMapDoc): string => strFromU8(writeCjml(doc, { t, names: {} }));
function read(text: string): JourneyMapDoc {
  const root = xmlTree(strToU8(text));
  const map = root && readCjml(root, 'a.xml', counter());
  if (!map?.ok) throw new Error(JSON.stringify(map));
  return map.value;
}
const textsOf = (doc: JourneyMapDoc, kind: string): readonly string[] => {
  const lanes = new Set<string>(lanesInOrder(doc).flatMap((lane) => (lane.kind === kind ? [lane.id] : [])));
  return Object.values<Note>(doc.notes).flatMap(({ laneId, text }) => (lanes.has(laneId) ? [text] : []));
};

/** The shape of the examples that are published with the language. */
const BOOKS = `<CJML version="2.0"><plannedJourney><journeyID>PJ1</journeyID><actors/><touchpoints/></plannedJourney>
<actualJourney>
  <journeyID>AJ1</journeyID>
  <journeyPhases>
    <journeyPhase phaseID="a"><phaseName>Start</phaseName></journeyPhase>
    <journeyPhase phaseID="b"><phaseName>Reading &amp; after</phaseName></journeyPhase>
  </journeyPhases>
  <actors>
    <endUser actorID="Carl"><actorName>Carl</actorName></endUser>
    <serviceProvider actorID="B"><companyName>Bookshop</companyName></serviceProvider>
  </actors>
  <touchpoints>
    <actualCommunicationPoint>
      <touchpointID>T1</touchpointID><belongsTo phaseIDref="a"/>
      <initiator><refersTo actorIDref="Carl"/><initiatorLabel>Creates account</initiatorLabel></initiator>
      <receiver><refersTo actorIDref="B"/><receiverLabel>Account registered</receiverLabel></receiver>
      <channel><channelName>Web</channelName></channel>
    </actualCommunicationPoint>
    <actualCommunicationPoint>
      <touchpointID>D2</touchpointID><belongsTo phaseIDref="b"/><compliance>failing</compliance>
      <initiator><refersTo actorIDref="B"/><initiatorLabel>Sends reminder</initiatorLabel></initiator>
      <receiver><refersTo actorIDref="Carl"/><receiverLabel>Gets reminder</receiverLabel></receiver>
      <channel><channelName>E-mail</channelName></channel>
      <touchpointExperience><experienceDescription>Too many of them</experienceDescription></touchpointExperience>
    </actualCommunicationPoint>
    <actualAction>
      <touchpointID>T3</touchpointID>
      <initiator><refersTo actorIDref="B"/><initiatorLabel>Packs the book</initiatorLabel></initiator>
    </actualAction>
  </touchpoints>
</actualJourney></CJML>`;

describe('a journey as CJML', () => {
  it('reads phases, both sides of a communication, channels, deviations and what was experienced', () => {
    const doc = read(BOOKS);
    expect(doc.info).toMatchObject({ title: 'AJ1', state: 'current' });
    expect(stagesInOrder(doc).map(({ id, title }) => [title, stepsOf(doc, id).length])).toEqual([
      ['Start', 1],
      ['Reading & after', 2],
    ]);
    const touchpoints = Object.values<Touchpoint>(doc.touchpoints);
    expect(touchpoints.map(({ label, owner, channel, medium }) => [label, owner, channel, medium])).toEqual([
      ['Account registered', 'Bookshop', 'website', 'online'],
      ['Sends reminder', 'Bookshop', 'e-mail', 'online'],
    ]);
    expect(textsOf(doc, 'actions')).toEqual(['Creates account', 'Gets reminder']);
    expect(textsOf(doc, 'backstage')).toEqual(['Packs the book']);
    expect(textsOf(doc, 'thoughts')).toEqual(['Too many of them']);
    expect(Object.values<Note>(doc.notes).flatMap(({ tags }) => tags)).toEqual(['failing']);
  });

  it('reads a planned journey as one that is aimed at, when there is no actual one', () => {
    const planned = read(BOOKS.replace(/<plannedJourney>.*<\/plannedJourney>\n/, '').replaceAll('actual', 'planned'));
    expect(planned.info.state).toBe('target');
    expect(columnsInOrder(planned)).toHaveLength(3);
  });

  it('writes the sample with its persona, its stages as phases, its touchpoints with their channels', () => {
    const map = Object.values(sampleWorkshop({ lang: 'fr', newId: counter(), date: '2026-11-22' }).docs).find(
      (doc): doc is JourneyMapDoc => doc.kind === 'journey-map',
    );
    if (!map) throw new Error('the sample has a journey');
    const names = { [map.info.personaIds[0] as PersonaId]: 'Solène' };
    const text = strFromU8(writeCjml(map, { t, names }));
    expect(text).toContain('<CJML version="2.0">\n  <actualJourney>\n');
    expect(text).toContain('<endUser actorID="U1"><actorName>Solène</actorName></endUser>');
    const back = read(text);
    expect(stagesInOrder(back).map(({ title }) => title)).toEqual(stagesInOrder(map).map(({ title }) => title));
    const named = (doc: JourneyMapDoc) => Object.values<Touchpoint>(doc.touchpoints).map(({ label }) => label);
    expect(named(back).toSorted()).toEqual(named(map).toSorted());
  });

  it('writes XML that is read back to a whole map, whatever the map says; written again it stays the same', () => {
    fc.assert(
      fc.property(arbitraryJourneyMap({ stages: 3, steps: 3, notes: 6 }), (doc) => {
        if (Object.keys(doc.stages).length === 0) return;
        const back = read(written(doc));
        expect(journeyMapType.schema.safeParse(back).success).toBe(true);
        expect(stagesInOrder(back)).toHaveLength(stagesInOrder(doc).length);
        const again = read(written(back));
        expect(textsOf(again, 'actions')).toEqual(textsOf(back, 'actions'));
        expect(Object.keys(again.touchpoints)).toHaveLength(Object.keys(back.touchpoints).length);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses other XML, broken XML, and entities that grow', () => {
    const refused = xmlTree(strToU8('<svg/>'));
    expect(refused && readCjml(refused, 'a.xml', counter())).toMatchObject({
      ok: false,
      error: { code: 'no-journey' },
    });
    for (const text of ['', '<CJML>', 'no XML', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<a>'.repeat(200)])
      expect(xmlTree(strToU8(text))).toBeNull();
  });
});
