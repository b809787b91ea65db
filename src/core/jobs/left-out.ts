import { APPROVED, approvalIn } from '../columns/approval.ts';
import { counted } from '../count-words.ts';
import { excerpt, listed } from '../issue.ts';
import { closestHeader } from '../merge/closest-header.ts';
import { type Condition, holds, readCondition } from '../merge/condition.ts';
import { failure, type Result, success } from '../result.ts';
import { unusable } from '../sheet/display-value.ts';
import { countsAsEmpty } from '../sheet/empty-words.ts';
import { columnList } from '../sheet/header-row.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';

/*
 * The user can hold rows back: a column `approved`, or a condition of the sheet. Such rows are not rendered and not
 * even checked. What is there already, made or under way, stays.
 */

/** Rows that the user's own rule keeps out of a run. */
export interface LeftOutRows {
  /** Completes a sentence about them: "waiting for approval: …". */
  readonly why: string;
  readonly rows: readonly number[];
}

/** Why a row is left out; '' when it is not. */
export type LeavingOut = (row: Row) => string;

/**
 * The rule of a sheet. It fails with a sentence when nobody can tell which rows are meant: then nothing is rendered,
 * because every row that is rendered is paid for.
 */
export function leavingOut(table: Table): Result<LeavingOut> {
  const approval = approvalRule(table);
  if (!approval.ok) return approval;
  const condition = conditionRule(table);
  if (!condition.ok) return condition;
  return success((row) => approval.value(row) || condition.value(row));
}

const EVERY_ROW: LeavingOut = () => '';

function approvalRule(table: Table): Result<LeavingOut> {
  if (table.settings.columnUses[APPROVED] === 'ignore') return success(EVERY_ROW);
  const field = table.fieldOf(APPROVED);
  if (field.kind === 'repeated') {
    return failure(
      `The columns ${columnList(field.indexes)} are both named “${APPROVED}”, so it is not clear which rows are approved. Rename or delete all but one of them. Nothing is rendered before that.`,
    );
  }
  if (field.kind !== 'column') return success(EVERY_ROW);
  const header = table.headers[field.index] ?? APPROVED;
  // One example is enough: all these rows are one group.
  let example = '';
  return success((row) => {
    const cell = cellOf(row, field.index);
    const says = approvalIn(cell);
    if (says === 'yes') return '';
    if (says === 'no') return `waiting for approval: “${header}” does not say yes`;
    example ||= excerpt(cell);
    return `waiting for approval: “${header}” says neither yes nor no, such as “${example}”`;
  });
}

function conditionRule(table: Table): Result<LeavingOut> {
  const written = table.settings.onlyWhere;
  if (written === '') return success(EVERY_ROW);
  const setting = `“Only rows where ${excerpt(written)}”`;
  const condition = readCondition(written);
  if (condition === null) {
    return failure(
      `The setting ${setting} is no condition that Reelmerge understands. Write one as in: consent = yes. Nothing is rendered before that.`,
    );
  }
  const found = conditionColumn(condition, table, setting);
  if (!found.ok) return found;
  const { emptyWords } = table.settings;
  return success((row) => {
    const cell = cellOf(row, found.value).trim();
    if (unusable(cell) !== null) {
      return `left out, because “${table.headers[found.value]}” has no value: its cell says ${cell}`;
    }
    const isEmpty = countsAsEmpty(cell, emptyWords);
    return holds(condition, isEmpty ? '' : cell, isEmpty) ? '' : `left out by the setting ${setting}`;
  });
}

function conditionColumn({ name }: Condition, table: Table, setting: string): Result<number> {
  const field = table.fieldOf(name);
  const blocked = (why: string): Result<number> =>
    failure(`The setting ${setting} cannot be used: ${why} Nothing is rendered before that.`);
  switch (field.kind) {
    case 'column':
      return success(field.index);
    case 'repeated':
      return blocked(
        `the columns ${columnList(field.indexes)} are both named “${name}”. Rename all but one of them.`,
      );
    case 'output':
      return blocked(`Reelmerge writes the column “${name}” itself. Name a column of yours.`);
    case 'unknown': {
      const closest = closestHeader(name, table.headers);
      const meant = closest === '' ? '' : ` Do you mean “${closest}”?`;
      return blocked(
        `the sheet has no column “${excerpt(name)}”.${meant} Change the setting or add the column.`,
      );
    }
  }
}

/** The rows by what leaves them out, in the order of the sheet. */
export class LeftOut {
  private readonly rule: Result<LeavingOut>;
  private readonly groups = new Map<string, number[]>();

  constructor(table: Table) {
    this.rule = leavingOut(table);
  }

  /** Whether the row is left out. If so it is remembered. */
  takes(row: Row): boolean {
    const why = this.rule.ok ? this.rule.value(row) : `left out. ${this.rule.failure}`;
    if (why === '') return false;
    const rows = this.groups.get(why);
    if (rows === undefined) this.groups.set(why, [row.number]);
    else rows.push(row.number);
    return true;
  }

  rows(): readonly LeftOutRows[] {
    return [...this.groups].map(([why, rows]) => ({ why, rows }));
  }
}

/** So many rows are named. */
const MOST_NAMED = 6;

/** Each group in words, without a full stop: "3 rows waiting for approval: “approved” does not say yes (rows 4, 7 and 9)". */
export function leftOutWords(groups: readonly LeftOutRows[]): string[] {
  return groups.map(({ why, rows }) => `${counted(rows.length, 'row')} ${why} (${named(rows)})`);
}

function named(rows: readonly number[]): string {
  const first = rows.slice(0, MOST_NAMED).map(String);
  const words = rows.length > MOST_NAMED ? `${first.join(', ')}, …` : listed(first, 'and');
  return `${rows.length === 1 ? 'row' : 'rows'} ${words}`;
}
