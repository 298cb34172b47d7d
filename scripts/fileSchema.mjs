/**
 * Makes docs/workshop.schema.json from the schemas that the app validates files with. Run by hand (`npm run schema`) after changing a
 * model; a test fails until it is.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './project.mjs';

const target = join(root, 'docs', 'workshop.schema.json');
const { module } = await runnerImport(join(root, 'shared', 'file', 'fileSchema.ts'), { configFile: false, root });
writeFileSync(target, `${JSON.stringify(module.fileSchema(), null, 2)}\n`);
execFileSync(
  process.execPath,
  [join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'format', '--write', target],
  {
    stdio: 'inherit',
  },
);
