/**
 * Keeps what the engine logs for its own developers off the terminal: the app tells it to be quiet, but some of its
 * processes and libraries are not. PERSONARIUM_VERBOSE=1 shows everything.
 */
import { StringDecoder } from 'node:string_decoder';

/** `[pid:date:LEVEL:file.cc(line)] ...`, in newer engines `[pid:thread:date:LEVEL:path/file.cc:line] ...`. */
const ENGINE_LINE =
  /^\[\d+(:\d+)?:\d{4}\/\d{6}(\.\d+)?:(INFO|WARNING|ERROR|VERBOSE\d*):[^\]]*?([\w.-]+\.(cc|mm|h)|CONSOLE)(\(\d+\)|:\d+)\]/;
/** What libraries below the engine print. */
const LIBRARY_LINE =
  /^(libva (info|error): |libEGL warning: |MESA(-LOADER)?: |Warning: .*vkCreateInstance|Fontconfig (warning|error): )/;

export const isVerbose = () => process.env.PERSONARIUM_VERBOSE === '1';

/** True for a line that is the engine's and not the app's; its fatal errors count as the app's. */
export function isEngineNoise(line) {
  return ENGINE_LINE.test(line) || LIBRARY_LINE.test(line);
}

/** A listener for chunks of output that hands on what is not noise, line by line; `end` hands on what is left. */
export function noiseFilter(write) {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const tell = (line) => {
    if (!isEngineNoise(line)) write(line);
  };
  return {
    take: (chunk) => {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) tell(`${line}\n`);
    },
    end: () => {
      if (rest !== '') tell(rest);
      rest = '';
    },
  };
}
