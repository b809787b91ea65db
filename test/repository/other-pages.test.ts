import { expect, test } from 'vitest';
import { MENU } from '../../src/app/menu.ts';
import { JOB_STATUSES } from '../../src/core/jobs/status.ts';
import { PUBLISHED_PRICES } from '../../src/core/request/published-prices.ts';
import { MAX_SCRIPT_CHARACTERS } from '../../src/core/speech/script.ts';
import { tableUnder, textOf } from './markdown.ts';

const STATUSES = 'docs/statuses-and-troubleshooting.md';
const PRIVACY = 'docs/privacy-and-cost.md';

test('every status is explained, and no other', () => {
  const explained = tableUnder(STATUSES, 'Status').map(([word]) => word);
  expect([...explained].sort()).toEqual(['(blank)', 'Blocked', 'Changed', ...JOB_STATUSES].sort());
});

test('the menu that is explained is the menu', () => {
  const labels = MENU.flatMap((item) => (item === null ? [] : [item.label]));
  expect(tableUnder(STATUSES, 'Item').map(([label]) => label)).toEqual(labels);
});

test('each scope of the manifest has its reason, and no other', () => {
  const scopes: string[] = JSON.parse(textOf('appsscript.json')).oauthScopes;
  expect(tableUnder(PRIVACY, 'Scope').map(([scope]) => scope)).toEqual(
    scopes.map((scope) => `\`${scope.replace('https://www.googleapis.com/auth/', '')}\``),
  );
});

test('the prices that are named are the ones that are estimated with', () => {
  expect(Object.fromEntries(tableUnder(PRIVACY, 'Engine and avatar'))).toEqual(
    Object.fromEntries(Object.entries(PUBLISHED_PRICES.perSecond).map(([name, usd]) => [name, String(usd)])),
  );
});

test('the longest script that is named is the longest that is taken', () => {
  const [script] = tableUnder('docs/limits.md', 'What');
  expect(script).toEqual(['Script', `${MAX_SCRIPT_CHARACTERS.toLocaleString('en')} characters, merged`]);
});
