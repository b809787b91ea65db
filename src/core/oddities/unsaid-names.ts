import type { Issue } from '../issue.ts';
import type { SpokenRow } from './spoken-row.ts';

/** Warns of values that the names sheet mentions, and that are spoken as written all the same. */
export function unsaidNames({ fields }: SpokenRow): Issue[] {
  return fields.flatMap(({ header, unsaid }): Issue[] =>
    unsaid === '' ? [] : [{ code: 'name_unsaid', column: header, message: unsaid }],
  );
}
