import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { TEXT_FONTS_FILE } from './shared/text/fontFaces';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = { '@shared': at('./shared'), '@': at('./renderer') };

/**
 * What every start takes, in three files instead of fifty: each request goes through the main process, which is busy then.
 * A group takes with it what its modules import.
 */
function startGroups() {
  const inFolder = (folder: string) => (id: string) => id.startsWith(at(folder));
  const isOneOf = (files: readonly string[]) => (id: string) => files.map(at).includes(id);
  const late = [
    'sample/',
    'file/',
    'exchange/',
    'presenting/',
    'slides/',
    'analysis/',
    'report/',
    'i18n/fr/report',
    'i18n/en/report',
    'redact/',
    'i18n/fr/redact',
    'i18n/en/redact',
    'translate/',
    'i18n/fr/translate',
    'i18n/en/translate',
    'boards/journey-map/layout/path/',
  ];
  const rarelyUsed = late.map((folder) => inFolder(`./shared/${folder}`));
  return [
    {
      name: 'shared',
      test: (id: string) => inFolder('./shared/')(id) && !rarelyUsed.some((matches) => matches(id)),
      priority: 3,
    },
    {
      name: 'start',
      test: isOneOf(['./renderer/window/start.tsx', './renderer/session/workspace.ts']),
      priority: 2,
    },
    {
      name: 'board',
      test: isOneOf(['./renderer/screens/board/BoardScreen.tsx', './renderer/boards/journey-map/views.tsx']),
      priority: 1,
    },
  ];
}

/**
 * What main reads before it makes the window, in two files beside its own instead of five. The first is also read where there is no engine.
 * A group takes with it what its modules import.
 */
function mainGroups() {
  const isOneOf = (files: readonly string[]) => (id: string) => files.map(at).includes(id);
  const own = ['log', 'openFiles', 'systemLang', 'verbs/verbNames'].map((name) => `./electron/main/${name}.ts`);
  const shared = ['base/result', 'i18n/fr/menu', 'i18n/en/menu', 'model/theme', 'scene/sheet'].map(
    (name) => `./shared/${name}.ts`,
  );
  return [
    { name: 'plain', test: isOneOf([...own, ...shared]), priority: 2 },
    { name: 'window', test: isOneOf(['./electron/main/windowedStart.ts']), priority: 1 },
  ];
}

/** The page asks for these at its first line, not when its script has come that far. */
function hastenStart(): Plugin {
  return {
    name: 'hasten-start',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const board = Object.values(bundle).find((part) => part.type === 'chunk' && part.name === 'board');
        const link = (attrs: Record<string, string>) => ({ tag: 'link', attrs: { crossorigin: '', ...attrs } });
        const styles = Object.keys(bundle).filter((file) => /^assets\/board-[^/]*\.css$/.test(file));
        return [
          link({ rel: 'preload', as: 'fetch', href: `./fonts/${TEXT_FONTS_FILE}` }),
          ...(board ? [link({ rel: 'modulepreload', href: `./${board.fileName}` })] : []),
          // The board's code waits for its style.
          ...styles.map((file) => link({ rel: 'stylesheet', href: `./${file}` })),
        ];
      },
    },
  };
}

/**
 * A library of Yjs looks into localStorage for a debugging flag as soon as it is read. The engine answers that synchronously, from another
 * process, once it has opened a database of its own: 20 ms of every start, and a second where the disk is slow. Its own fallback
 * in memory takes the place.
 */
function spareLocalStorage(): Plugin {
  const inLib0 = /[\\/]node_modules[\\/]lib0[\\/]/;
  return {
    name: 'spare-local-storage',
    transform: (code, id) => {
      if (!inLib0.test(id) || !/[\\/]storage\.js$/.test(id)) return null;
      const probe = "typeof window !== 'undefined' && typeof localStorage !== 'undefined' && localStorage";
      if (!code.includes(probe)) throw new Error(`${id} looks for localStorage in another way than it did`);
      return { code: code.replace(probe, 'false'), map: null };
    },
  };
}

/** fflate calls a variable of its own `require`; in whichever file that stands, electron-vite would declare another one of that name. */
function renameRequire(): Plugin {
  const inFflate = /[\\/]node_modules[\\/]fflate[\\/]esm[\\/]index\.mjs$/;
  return {
    name: 'rename-require',
    transform: (code, id) => {
      if (!inFflate.test(id)) return null;
      if (!code.includes('var require = createRequire('))
        throw new Error(`${id} asks for modules in another way than it did`);
      return { code: code.replace(/\brequire(?=\(| = createRequire)/g, 'requireOfNode'), map: null };
    },
  };
}

/*
 * The targets are the oldest runtime the app is run on (see scripts/electronRuntime.mjs), not the newest:
 * electron-vite would otherwise derive them from the pinned electron package.
 * Everything is bundled, so that the packaged app carries no node_modules.
 * `--mode release` builds what is packaged: the same, without the board generator and the hook that benchmarks drive
 * (`import.meta.env.MODE` is a constant, and what it rules out is not written).
 */
export default defineConfig(({ mode }) => {
  const folder = mode === 'release' ? './out/release' : './dist';
  return {
    main: {
      resolve: { alias },
      plugins: [renameRequire()],
      build: {
        outDir: at(`${folder}/main`),
        target: 'node20.18',
        externalizeDeps: false,
        // What is read before the window can be made.
        minify: true,
        rolldownOptions: {
          input: {
            main: at('./electron/main/main.ts'),
            // What `scripts/personarium.mjs` runs without starting the engine.
            verbs: at('./electron/main/verbs/plainRun.ts'),
          },
          output: { codeSplitting: { groups: mainGroups() } },
        },
      },
    },
    preload: {
      resolve: { alias },
      build: {
        outDir: at(`${folder}/preload`),
        target: 'node20.18',
        externalizeDeps: false,
        rolldownOptions: {
          input: { preload: at('./electron/preload/preload.ts') },
          // A sandboxed preload cannot be an ES module.
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
    renderer: {
      root: at('./renderer'),
      publicDir: false,
      resolve: { alias },
      plugins: [react(), hastenStart(), spareLocalStorage()],
      build: {
        outDir: at(`${folder}/renderer`),
        target: 'chrome130',
        minify: true,
        // The strict content policy and the posters want fonts and images as files, never as data: URLs.
        assetsInlineLimit: 0,
        // They are read from the disk, and their compiled form is kept.
        chunkSizeWarningLimit: 1000,
        rolldownOptions: {
          input: { index: at('./renderer/index.html') },
          output: { codeSplitting: { groups: startGroups() } },
        },
      },
    },
  };
});
