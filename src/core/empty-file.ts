import type { Issue } from './issue.ts';

/**
 * The same issues for a cell that wants a file or a colour: the word that is advised for an empty field would be
 * none. A field that is the whole cell may come to nothing.
 */
export function withoutWords(issues: readonly Issue[], cell: string): readonly Issue[] {
  const whole = /^<<[^<>]*>>$/u.test(cell.trim());
  const instead = whole ? '|>> to go without.' : '|…>> with what stands in for it.';
  return issues.map((issue) =>
    issue.code === 'field_empty'
      ? { ...issue, message: issue.message.replace(/\|there>>\.$/u, () => instead) }
      : issue,
  );
}
