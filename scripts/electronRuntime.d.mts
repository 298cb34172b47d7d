export interface Runtime {
  readonly dir: string;
  readonly exec: string;
  readonly version: string;
  readonly source: 'given' | 'official' | 'fallback';
  readonly why: string;
}

export function findRuntime(): Runtime | undefined;
export function installRuntime(): Promise<Runtime>;
export function runtimeEnvironment(runtime: Runtime): Record<string, string>;
export function runtimeArguments(): string[];
