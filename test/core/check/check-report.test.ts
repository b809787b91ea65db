import { expect, it } from 'vitest';
import { checkReport, findingGroups, findingsOf } from '../../../src/core/check/check-report.ts';
import { planRun } from '../../../src/core/jobs/run.ts';
import { PUBLISHED_PRICES } from '../../../src/core/request/published-prices.ts';
import { NO_FACTS } from '../../../src/core/row/account-facts.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { braceWarnings } from '../../../src/core/speech/brace-warnings.ts';

const SHEET = [
  ['name', 'script', 'avatar_id', 'voice_id'],
  ['Anna', 'Hello <<name>>', 'look', 'voice'],
  ['', 'Hello <<name>>', 'look', 'voice'],
  ['', 'Hello <<name>>', '', 'voice'],
  ['Bob', 'See www.example.com', 'look', 'voice'],
];

function checked() {
  const table = readTable(SHEET);
  const plan = planRun({
    table,
    rows: [2, 3, 4, 5],
    history: new Map(),
    defaults: {},
    tab: 1,
    isShownElsewhere: () => false,
  });
  return checkReport(table, plan, NO_FACTS, PUBLISHED_PRICES);
}

it('counts the rows, and what they would cost', () => {
  const { rows, ready, seconds, usd } = checked();
  expect({ rows, ready }).toEqual({ rows: 4, ready: 2 });
  expect(usd).toBeCloseTo(seconds * (PUBLISHED_PRICES.perSecond['Avatar IV, twin or studio'] ?? 0), 5);
});

it('finds every mistake of every row, and puts those together that one remedy mends', () => {
  const { findings, groups } = checked();
  expect(findings.map(({ row, kind, column }) => [row, kind, column])).toEqual([
    [3, 'block', 'name'],
    [4, 'block', 'name'],
    [4, 'block', 'avatar_id'],
    [5, 'warning', 'script'],
  ]);
  expect(groups.map(({ kind, column, rows }) => [kind, column, rows])).toEqual([
    ['block', 'name', [3, 4]],
    ['block', 'avatar_id', [4]],
    ['warning', 'script', [5]],
  ]);
});

it.each([
  ['First Name', 'Hello <<First Name>>', '', 'there'],
  ['company', 'At <<company>>', '', 'your company'],
  ['Fav. colour', 'In <<fav. colour:upper>>', '', 'your fav. colour'],
  // No word stands in for an amount.
  ['amount', 'You owe <<amount:money>>', '', ''],
  // Nor for a header that would end the field.
  ['a > b', 'It is <<a > b>>', '', ''],
  // The row's own cell would have to be mended, and only its owner does that.
  ['company', 'At <<company>>', 'At <<company>>', ''],
])(
  'an empty cell in the column “%s” and the script “%s”, own script “%s”: the fallback “%s”',
  (header, script, own, fallback) => {
    const table = readTable([
      [header, 'script', 'avatar_id', 'voice_id'],
      ['', own, 'look', 'voice'],
    ]);
    const plan = planRun({
      table,
      rows: [2],
      history: new Map(),
      defaults: { script },
      tab: 1,
      isShownElsewhere: () => false,
    });
    expect(checkReport(table, plan, NO_FACTS, PUBLISHED_PRICES).groups[0]?.fallback).toBe(fallback);
  },
);

it('a row that would say another tool’s mark aloud is one that nobody means to hear', () => {
  const groups = findingGroups(findingsOf('warning', 2, braceWarnings(['Hi {{name}}!'])));
  expect(groups.map(({ absurd }) => absurd)).toEqual([true]);
});
