import { describe, expect, it } from 'vitest';
import { isEngineNoise, noiseFilter } from './engineNoise.mjs';

describe('what the engine logs', () => {
  it.each([
    '[4120:1122/042337.112233:ERROR:bus.cc(407)] Failed to connect to the bus: Could not parse server address',
    '[4120:1122/042337.112233:ERROR:viz_main_impl.cc(196)] Exiting GPU process due to errors during initialization',
    '[41:0822/101112.131415:WARNING:sandbox_linux.cc(430)] InitializeSandbox() called with multiple threads',
    '[4120:4121:1122/042337.112233:ERROR:dbus/bus.cc:408] Failed to connect to the bus',
    '[4120:1122/042337.112233:INFO:CONSOLE(12)] "hello", source: app://personarium/x.js (12)',
    'libva error: vaGetDriverNames() failed with unknown libva error',
    'libva info: VA-API version 1.22.0',
  ])('is noise: %s', (line) => {
    expect(isEngineNoise(line)).toBe(true);
  });

  it.each([
    'personarium: Le fichier « a.personarium » n’existe pas.',
    '1/6 Parcours actuel, A1, fr',
    '[4120:1122/042337.112233:FATAL:zygote_host_impl_linux.cc(127)] No usable sandbox!',
    'TypeError: x is not a function',
    '    at file:///app/main.js:1:2',
    '[plan] ERROR:bus.cc(407)]',
    '',
  ])('is not: %s', (line) => {
    expect(isEngineNoise(line)).toBe(false);
  });

  it('is taken out of lines that arrive in pieces', () => {
    const told = [];
    const { take, end } = noiseFilter((line) => told.push(line));
    const bytes = Buffer.from('un\n[1:0101/000000.1:ERROR:bus.cc(4)] x\n\ndeux é');
    for (const at of bytes.keys()) take(bytes.subarray(at, at + 1));
    expect(told).toEqual(['un\n', '\n']);
    end();
    expect(told.at(-1)).toBe('deux é');
  });
});
