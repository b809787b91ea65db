import type { Issue } from '../issue.ts';
import type { SpokenRow } from './spoken-row.ts';

/** Warns of values that the names sheet mentions, and that are spoken as written all the same. */
export function unsaidNames({ fields }: SpokenRow): Issue[] {
  const issues: Issue[] = [];
  for (const { header, unsaid } of fields) {
    if (unsaid !== '') issues.push({ code: 'name_unsaid', column: header, message: unsaid });
  }
  return issues;
}
