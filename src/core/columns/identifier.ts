import { excerpt, type Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';

const MAX_ID_CHARACTERS = 200;

/** Where users find an id: one that the sidebar offers, and one that it does not. */
const PICKED = 'Pick it in the sidebar, or copy the id from HeyGen.';
export const COPIED = 'Copy the id from HeyGen.';

/**
 * Checks the shape of a HeyGen id: one word of at most 200 characters. Only HeyGen knows whether the id exists.
 * `remedy` says where to find the right one.
 */
export function readIdentifier(column: string, written: string, remedy = PICKED): Result<string, Issue> {
  const id = written.trim();
  const shown = (): string => excerpt(id);
  const malformed = (what: string): Result<string, Issue> =>
    failure({ code: 'id_malformed', column, message: `The ${column} ${what} ${remedy}` });
  if (id === '') return malformed('has no id in it.');
  if (id.includes('>>', id.indexOf('<<') + 2) && id.includes('<<')) {
    return malformed(`takes no merge fields, and "${shown()}" is one. Write the id itself.`);
  }
  if (/[\s\p{Cc}]/u.test(id)) {
    return malformed(`"${shown()}" has a space in it, so it is a name rather than an id.`);
  }
  if (id.length > MAX_ID_CHARACTERS) {
    return failure({
      code: 'id_too_long',
      column,
      message: `The ${column} "${shown()}" is longer than any HeyGen id. ${remedy}`,
    });
  }
  // Sheets reads digits around an "e" as a number. The id's last digits are then lost for good.
  if (/^\d+(?:[.,]\d+)?E[+-]\d+$/u.test(id)) {
    return failure({
      code: 'id_became_number',
      column,
      message: `Sheets has turned the ${column} into the number ${id}. Format the column as plain text (Format > Number > Plain text) and paste the id again.`,
    });
  }
  return success(id);
}
