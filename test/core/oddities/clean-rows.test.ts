import { expect, test } from 'vitest';
import { planRun } from '../../../src/core/jobs/run.ts';
import { oddRows } from '../../../src/core/oddities/odd-rows.ts';
import type { AccountFacts } from '../../../src/core/row/account-facts.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { CLEAN_HEADERS, COUNTRIES, cleanRows } from './clean-rows.ts';

const FACTS: AccountFacts = {
  templates: new Map(),
  looks: new Map(),
  voices: new Map(COUNTRIES.map(({ voice }) => [voice, { language: voice }])),
};

test('two hundred ordinary rows from ten countries are not warned of anything', () => {
  const table = readTable([CLEAN_HEADERS, ...cleanRows()]);
  expect(table.rows).toHaveLength(200);
  const plan = planRun({
    table,
    rows: table.rows.map(({ number }) => number),
    defaults: { avatar_id: 'Anna' },
    facts: FACTS,
    history: new Map(),
    tab: 1,
  });
  expect(plan.blocked).toEqual([]);
  expect(plan.ready).toHaveLength(200);
  const warned = plan.ready.flatMap(({ row, warnings }) =>
    warnings.map(({ code, message }) => `${row} ${code} ${message}`),
  );
  expect(warned).toEqual([]);
  expect(oddRows(table, plan.ready)).toEqual([]);
});
