import type { Workspace } from './workspaceApi';

declare global {
  interface Window {
    __personarium?: Workspace;
  }
}

/** The workspace, for tests that kill the app and must know from outside what it had said to be saved. Never part of a release. */
export function exposeWorkspace(workspace: Workspace): void {
  window.__personarium = workspace;
}
