import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { smallJourney } from '../../tests/support/journeyCommands';
import { rawZip } from '../../tests/support/rawZip';
import { BOARD, bundleOf, FACTS, PERSONA, WORKSHOP } from '../../tests/support/workshopBundles';
import type { Json } from '../model/document';
import { fileProblems } from './fileProblems';
import { readWorkshopFile, writeWorkshopFile } from './workshopFile';

const FILE = writeWorkshopFile(bundleOf(smallJourney()), FACTS);

type Tree = { [key: string]: Tree & string };

/** The file with `workshop.json` changed, and some parts replaced or dropped (null). */
function altered(change: (json: Tree) => void, parts: Record<string, Uint8Array | string | null> = {}): Uint8Array {
  const entries: Record<string, Uint8Array | string | null> = { ...unzipSync(FILE) };
  const json = JSON.parse(strFromU8(entries['workshop.json'] as Uint8Array)) as Tree;
  change(json);
  const all = { ...entries, 'workshop.json': JSON.stringify(json), ...parts };
  return rawZip(Object.entries(all).flatMap(([name, bytes]) => (bytes === null ? [] : [{ name, bytes }])));
}

const same = () => undefined;
const told = (bytes: Uint8Array) =>
  fileProblems(bytes, 'essai.personarium').map((problem) =>
    problem.severity === 'error'
      ? [problem.where, problem.fault?.kind ?? problem.error.code]
      : [problem.where, problem.warning],
  );

describe('what is wrong with a file', () => {
  it('is nothing for one that the app wrote', () => {
    expect(told(FILE)).toEqual([]);
  });

  it('is every value that a schema refuses, with its place, in every document', () => {
    const bytes = altered(({ docs }) => {
      const board = docs?.[BOARD] as Tree;
      const [stage] = Object.values(board.stages as Tree);
      (stage as unknown as Record<string, Json>).title = 7;
      (board.info as unknown as Record<string, Json>).colour = 'red';
      delete (board.info as unknown as Record<string, Json>).title;
      (docs?.[WORKSHOP]?.info as unknown as Record<string, Json>).sample = 'yes';
    });
    const places = told(bytes);
    const at = (...path: string[]) => `workshop.json: ${['docs', ...path].join('.')}`;
    expect(places).toContainEqual([at(BOARD, 'info', 'title'), 'missing']);
    expect(places).toContainEqual([at(BOARD, 'info'), 'unknownField']);
    expect(places).toContainEqual([at(WORKSHOP, 'info', 'sample'), 'type']);
    expect(places.filter(([, kind]) => kind === 'type')).toHaveLength(2);
    expect(places).toHaveLength(4);
  });

  it('is one sentence for a file that cannot be looked into', () => {
    expect(told(new TextEncoder().encode('not a workshop'))).toEqual([['', 'file-not-ours']]);
    expect(told(FILE.slice(0, 200)).map(([, code]) => code)).toHaveLength(1);
    expect(told(altered((json) => Object.assign(json, { version: 99 })))).toEqual([['', 'file-newer']]);
  });

  it('warns of what the reader forgives', () => {
    const board = `state/${BOARD}.yjs`;
    expect(told(altered(same, { [board]: null }))).toEqual([[board, 'noHistory']]);
    expect(told(altered(same, { [board]: 'rubbish' }))).toEqual([[board, 'historyDamaged']]);
    const edited = altered(({ docs }) => Object.assign(docs?.[BOARD]?.info as object, { title: 'Autre' }));
    expect(told(edited)).toEqual([[board, 'historyDiffers']]);
    const gone = altered(({ docs }) => void delete docs?.[PERSONA], { [`state/${PERSONA}.yjs`]: null });
    expect(told(gone)).toContainEqual([`workshop.json: docs.${WORKSHOP}.personas.${PERSONA}`, 'personaMissing']);
  });

  it('holds an error exactly when the app refuses the file', () => {
    const step = fc.record({ at: fc.nat(FILE.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), fc.nat(FILE.length), fc.boolean(), (steps, end, cut) => {
        const bytes = FILE.slice(0, cut ? end : FILE.length);
        for (const { at, by } of steps) if (at < bytes.length) bytes[at] = ((bytes[at] ?? 0) + by) & 255;
        const refused = !readWorkshopFile(bytes, 'x').ok;
        expect(fileProblems(bytes, 'x').some(({ severity }) => severity === 'error')).toBe(refused);
      }),
      { numRuns: 60 },
    );
  });
});
