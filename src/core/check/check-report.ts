import { counted } from '../count-words.ts';
import { groupsOf } from '../groups.ts';
import type { Issue, IssueCode } from '../issue.ts';
import { leftOutWords } from '../jobs/left-out.ts';
import type { RunPlan } from '../jobs/run.ts';
import { oddRows } from '../oddities/odd-rows.ts';
import type { Prices } from '../request/price.ts';
import { runTotals } from '../request/run-totals.ts';
import type { AccountFacts, Unasked } from '../row/account-facts.ts';
import type { Table } from '../sheet/table.ts';

/** Something to put right, or to look at, before a row is paid for. */
export interface Finding extends Issue {
  readonly row: number;
  /** A block keeps the row from being rendered, a warning does not. */
  readonly kind: 'block' | 'warning';
}

/** Findings that one remedy mends, in many rows perhaps. */
export interface FindingGroup {
  readonly kind: Finding['kind'];
  readonly column: string;
  /** The sentence of the first of them. */
  readonly message: string;
  /** How many other sentences there are, because each names other words. */
  readonly otherMessages: number;
  readonly rows: readonly number[];
  /** Words that the sheet could count as empty, which would mend it. */
  readonly emptyWords: readonly string[];
  /** What the sheet's own script could say where the column is empty; '' when that would not mend it. */
  readonly fallback: string;
  /** A language that needs a voice, by its English name; '' for none. */
  readonly voicesOf: string;
  /** Headers of columns that would mend it once they are filled. */
  readonly newColumns: readonly string[];
  /** Nobody means to hear this: Render asks before it is spoken. */
  readonly absurd: boolean;
}

const ABSURD: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'merge_mark',
  'script_braces',
  'machine_word',
  'letters_broken',
  'name_number',
  'number_bent',
  'markup_spoken',
]);

/** What a check of some rows has found. Nothing was spent. */
export interface CheckReport {
  /** The rows that were looked at. */
  readonly rows: number;
  /** Those that can be rendered, with warnings or without. */
  readonly ready: number;
  /** Rows that were not looked at, because the user's own rule keeps them out: how many and why. */
  readonly leftOut: readonly string[];
  /** What could not be looked at, and why; '' when all could. */
  readonly unchecked: string;
  /** In the order of the rows. */
  readonly findings: readonly Finding[];
  /** Blocks first, and then those of most rows. */
  readonly groups: readonly FindingGroup[];
  /** Estimated length in seconds, and price in US dollars, of the videos whose length is known. */
  readonly seconds: number;
  readonly usd: number;
  /** Videos whose length, and so whose price, is unknown before they are made. */
  readonly unknownLengths: number;
}

/** What a plan says about its rows, and what is odd of them beside each other. */
export function checkReport(
  table: Table,
  { ready, shared, blocked, leftOut }: RunPlan,
  facts: AccountFacts,
  prices: Prices,
): CheckReport {
  const findings = [
    ...blocked.flatMap(({ row, issues }) => findingsOf('block', row, issues)),
    ...[...ready, ...blocked].flatMap(({ row, warnings }) => findingsOf('warning', row, warnings)),
    ...oddRows(table, ready).flatMap(({ row, issue }) => findingsOf('warning', row, [issue])),
  ].sort((one, other) => one.row - other.row);
  const { seconds, cost, unknownLengths } = runTotals(ready, facts, prices);
  return {
    rows: ready.length + shared.length + blocked.length,
    ready: ready.length + shared.length,
    leftOut: leftOutWords(leftOut),
    unchecked: uncheckedWords(facts.unasked),
    findings,
    groups: findingGroups(findings),
    seconds,
    usd: cost,
    unknownLengths,
  };
}

function uncheckedWords({ count, why }: Unasked = { count: 0, why: '' }): string {
  if (count === 0) return '';
  const what = `${counted(count, 'avatar or voice was', 'avatars and voices were')} not checked`;
  return why === '' ? `${what} yet. Check again to go on with them.` : `${what}. ${why}`;
}

export function findingsOf(kind: Finding['kind'], row: number, issues: readonly Issue[]): Finding[] {
  return issues.map((issue) => ({ ...issue, row, kind }));
}

/** Whether nobody means to hear it. */
export function isAbsurd({ kind, code }: Finding): boolean {
  return kind === 'warning' && ABSURD.has(code);
}

/** The findings by what mends them: blocks first, and then those of most rows. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  const groups = groupsOf(findings, ({ kind, code, column }) => `${kind} ${code} ${column}`);
  return [...groups.values()]
    .flatMap((group): FindingGroup[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { kind, column, message } = first;
      const otherMessages = new Set(group.map((finding) => finding.message)).size - 1;
      const rows = [...new Set(group.map(({ row }) => row))];
      const emptyWords = [
        ...new Set(group.flatMap(({ offer }) => (offer?.kind === 'empty-word' ? [offer.word] : []))),
      ];
      const newColumns = [
        ...new Set(group.flatMap(({ offer }) => (offer?.kind === 'column' ? [offer.header] : []))),
      ];
      const [voicesOf = ''] = group.flatMap(({ offer }) =>
        offer?.kind === 'voices' ? [offer.language] : [],
      );
      const [fallback = ''] = group.flatMap(({ offer }) => (offer?.kind === 'fallback' ? [offer.words] : []));
      return [
        {
          kind,
          column,
          message,
          otherMessages,
          rows,
          emptyWords,
          fallback,
          voicesOf,
          newColumns,
          absurd: isAbsurd(first),
        },
      ];
    })
    .sort((one, other) => rank(one) - rank(other) || other.rows.length - one.rows.length);
}

function rank({ kind }: FindingGroup): number {
  return kind === 'block' ? 0 : 1;
}
