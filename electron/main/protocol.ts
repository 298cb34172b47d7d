import { join } from 'node:path';
import { app, type ProtocolRequest, type ProtocolResponse, protocol, type Session } from 'electron';
import { APP_POLICY, policyOf } from './contentPolicy';
import { APP_HOST, APP_SCHEME } from './origin';
import { readStaticFile, type StaticFile } from './staticFiles';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/**
 * Serves the interface's files and the fonts at the app's origin; nothing outside these two folders. `protocol.handle` would
 * do the same with requests and responses as objects of the web, but makes Node load all of its `fetch` for the first one:
 * 30 ms and more, just when the window waits for its page.
 */
export function serveApp(session: Session): void {
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, respond) => respond(answer(request)));
}

function answer({ url, method }: ProtocolRequest): ProtocolResponse {
  const { host, pathname } = new URL(url);
  if (host !== APP_HOST) return refused(404);
  if (method !== 'GET' && method !== 'HEAD') return refused(405);
  const file = takeFile(pathname);
  if (!file) return refused(404);
  const headers = { ...headersWith(policyOf(pathname)), 'content-type': file.type };
  return { statusCode: 200, headers, data: file.bytes };
}

/** Files that were read before anyone asked. */
const readAlready = new Map<string, StaticFile | null>();

/** Reads what the first page will ask for, while the process that will ask for it starts. */
export function readAhead(): void {
  const page = fileOf('/');
  readAlready.set('/', page);
  const html = page ? page.bytes.toString('utf8') : '';
  for (const [, path = ''] of html.matchAll(/(?:src|href)="\.(\/[^"]+)"/g)) readAlready.set(path, fileOf(path));
}

function takeFile(path: string): StaticFile | null {
  const file = readAlready.get(path);
  if (file === undefined) return fileOf(path);
  readAlready.delete(path);
  return file;
}

const refused = (statusCode: number): ProtocolResponse => ({
  statusCode,
  headers: headersWith(APP_POLICY),
  data: Buffer.alloc(0),
});

/** The file of the app at a URL's path: `/fonts/...` from the fonts, everything else from the built interface. */
export function fileOf(path: string): StaticFile | null {
  const root = app.getAppPath();
  return path.startsWith('/fonts/')
    ? readStaticFile(join(root, 'resources', 'fonts'), path.slice('/fonts'.length))
    : readStaticFile(join(root, 'dist', 'renderer'), path === '/' ? '/index.html' : path);
}

/** The headers of every answer. */
export function headersWith(policy: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}

/** An empty answer, under the policy like every other. */
export function refusal(status: number): Response {
  return new Response(null, { status, headers: headersWith(APP_POLICY) });
}
