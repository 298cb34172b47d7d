import { strToU8 } from 'fflate';
import type { Id } from '../base/ids';
import type { Pick } from '../boards/persona/portraitMaker';
import { sha256 } from '../file/sha256';

/** SHA-256 of a text, in hexadecimal. */
export const hashText = (text: string): string => sha256(strToU8(text));

/** Choices that follow from a seed: the same seed gives the same ones, and nothing about the seed can be read from them. */
export function drawsFrom(seed: string): Pick {
  let drawn = 0;
  return (count) => {
    drawn += 1;
    return Number.parseInt(hashText(`${seed}\n${drawn}`).slice(0, 12), 16) % count;
  };
}

/** Ids that follow from a seed: 126 bits each, in letters that ids are made of. */
export function idsFrom(seed: string): <T extends Id<string>>() => T {
  let made = 0;
  return <T extends Id<string>>() => {
    made += 1;
    const hex = hashText(`${seed}\n${made}`);
    let id = '';
    for (let at = 0; at < 63; at += 3) {
      const bits = Number.parseInt(hex.slice(at, at + 3), 16);
      id += LETTERS[(bits >> 6) & 63];
    }
    return id as T;
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
