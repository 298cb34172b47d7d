import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));
const alias = { '@shared': at('./shared'), '@': at('./renderer') };

/** Generous, since no test may fail because the machine is busy. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Two projects, because starting a DOM costs more than most of these tests: only the renderer's get one. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    // All processors: nothing else runs beside the tests.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          environment: 'node',
          // Files share what they import: reading it anew for each of them took as long as every second test.
          isolate: false,
          ...patience,
          include: ['{shared,electron,scripts,tests}/**/*.test.{ts,mjs}'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'web',
          environment: 'happy-dom',
          ...patience,
          include: ['renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
