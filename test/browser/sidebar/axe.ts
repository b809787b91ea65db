import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds on the page as it stands: rule, and where. Empty when it finds nothing. With `colours`, what it
 * finds by the rules about colours alone: nothing but colours differs between a light page and the same page in the dark.
 */
export async function findingsOf(page: Page | Frame, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(source);
  const only = rules === 'all' ? '' : "runOnly: ['color-contrast', 'link-in-text-block'], ";
  return page.evaluate<string[]>(
    `axe.run(document, { ${only}resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`,
  );
}
