/**
 * Makes shared/scene/icons.ts (one path per icon, for screen, canvas and poster alike) and the app's own icon in
 * resources/icons. Run by hand (`npm run icons`) after adding a name below; what it makes is committed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const BOLD = `
align-bottom align-center-horizontal align-center-vertical align-left align-right align-top clipboard map-trifold
signature stack-minus stack-plus
arrow-bend-up-left arrow-clockwise arrow-counter-clockwise arrow-down arrow-elbow-down-right arrow-left arrow-right
arrow-square-out arrow-u-up-left arrow-u-up-right arrow-up arrows-clockwise arrows-in arrows-merge arrows-out
arrows-out-cardinal arrows-out-line-horizontal arrows-out-line-vertical at bandaids bank basket binoculars bookmark-simple
brain bug buildings bus calendar-blank calendar-check caret-double-left caret-double-right caret-down caret-left
caret-right caret-up caret-up-down cash-register chart-bar chart-line chat-circle chat-teardrop-text chat-text chats
chats-circle check check-circle check-square checks circle circle-notch clipboard-text clock clock-counter-clockwise
code columns columns-plus-left columns-plus-right command copy corners-in corners-out credit-card crop currency-eur
cursor cursor-click cursor-text device-mobile diamond dots-six-vertical dots-three dots-three-vertical download-simple
ear envelope-open envelope-simple equals eraser export eye eye-slash faders file-csv file-pdf file-plus file-png
file-svg file-text file-zip flag floppy-disk folder folder-open footprints frame-corners funnel gear gift git-branch
git-fork globe globe-simple hand hand-grabbing hand-palm hand-pointing handshake hard-drive hash headset heart
hourglass-medium house image info key keyboard laptop lightbulb lightning link link-break list list-bullets list-checks
list-numbers lock-simple lock-simple-open magnifying-glass magnifying-glass-minus magnifying-glass-plus mailbox map-pin
megaphone microphone minus minus-circle monitor moon newspaper not-equals note note-pencil package palette
paper-plane-tilt paperclip path pause pencil-simple phone phone-call play plus plus-circle presentation
presentation-chart printer prohibit push-pin qr-code question quotes radio receipt robot rows rows-plus-bottom
rows-plus-top scissors scroll seal-check selection-all shapes share-network shield-check shopping-cart sidebar-simple
sign-out signpost skip-back skip-forward sliders-horizontal smiley smiley-meh smiley-sad sneaker-move sort-ascending
sparkle square squares-four stack star stop storefront sun tabs tag target television text-aa text-t ticket timer trash
tray tree-structure triangle truck translate upload-simple user user-circle user-focus user-plus users users-three
video wall warning warning-circle whatsapp-logo wrench x x-circle
`;

const FILLED =
  'circle cursor diamond hand-grabbing heart lock-simple map-pin pause play push-pin star stop triangle warning';

const words = (text) => text.trim().split(/\s+/);

function pathOf(name, weight) {
  const file = join(root, 'node_modules', '@phosphor-icons', 'core', 'assets', weight, `${name}-${weight}.svg`);
  const svg = readFileSync(file, 'utf8');
  const shapes = svg.match(/<(?!svg\b)[a-z]+/g) ?? [];
  if (!svg.includes('viewBox="0 0 256 256"') || shapes.some((shape) => shape !== '<path') || svg.includes('transform='))
    throw new Error(`${name}-${weight} is not made of plain paths on a 256 grid`);
  const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map((match) => match[1]);
  if (paths.some((path) => !path.startsWith('M')))
    throw new Error(`${name}-${weight} has a path with a relative start`);
  return paths.join('');
}

function iconsModule() {
  const entries = [
    ...words(BOLD).map((name) => [name, pathOf(name, 'bold')]),
    ...words(FILLED).map((name) => [`${name}-fill`, pathOf(name, 'fill')]),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    count: entries.length,
    text: `// Made by scripts/icons.mjs from Phosphor Icons (MIT licence, Phosphor Icons). Do not edit: \`npm run icons\`.

/** Side of the square that every icon path is drawn in. */
export const ICON_GRID = 256;

/** SVG path data by icon name; bold weight, or filled where the name ends in \`-fill\`. Fill rule: non-zero. */
export const ICONS = {
${entries.map(([name, path]) => `'${name}': '${path}',`).join('\n')}
} as const;

export type IconName = keyof typeof ICONS;
`,
  };
}

const { count, text } = iconsModule();
const modulePath = join(root, 'shared', 'scene', 'icons.ts');
writeFileSync(modulePath, text);
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
execFileSync(process.execPath, [biome, 'check', '--write', modulePath], { stdio: 'inherit' });
console.log(`${count} icons in shared/scene/icons.ts`);
