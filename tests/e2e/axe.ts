import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds wrong on the screen as it is, by the rules of WCAG 2.1 A and AA and its best practices. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  const result = await page.evaluate(async (code) => {
    const scope = globalThis as unknown as {
      axe?: { run: (context: Document, options: object) => Promise<AxeResult> };
    };
    // Through the debugger, which the page's policy does not bind until it is waited for something.
    if (!scope.axe) new Function(code)();
    // Half faded in, nothing has its contrast yet; what moves for ever is looked at as it is.
    const ends = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ends.map(({ finished }) => finished));
    // Every node is still looked at: of those where nothing is wrong, a selector is not made, which took most of the time.
    return scope.axe?.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
      resultTypes: ['violations'],
    });
  }, source);
  return (result?.violations ?? []).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
