import { join } from 'node:path';
import { app, protocol, type Session } from 'electron';
import { APP_POLICY } from './contentPolicy';
import { APP_HOST, APP_SCHEME } from './origin';
import { readStaticFile } from './staticFiles';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/** Serves the interface's files and the fonts at the app's origin; nothing outside these two folders. */
export function serveApp(session: Session): void {
  session.protocol.handle(APP_SCHEME, (request) => answer(request));
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== APP_HOST) return refusal(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  return fileResponse(url.pathname);
}

async function fileResponse(path: string): Promise<Response> {
  const file = await fileOf(path);
  if (!file) return refusal(404);
  return new Response(file.bytes, { headers: { ...headersWith(APP_POLICY), 'content-type': file.type } });
}

/** The file of the app at a URL's path: `/fonts/...` from the fonts, everything else from the built interface. */
export function fileOf(path: string) {
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
