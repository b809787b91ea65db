import { excerpt, type Issue } from './issue.ts';
import { failure, type Result, success } from './result.ts';

const MAX_ID_CHARACTERS = 200;

/**
 * The shape of a HeyGen id (a look's or a voice's): one word of at most 200 characters. Whether
 * HeyGen has it is known only by asking.
 */
export function readIdentifier(column: string, written: string): Result<string, Issue> {
  const id = written.trim();
  if (/[\s\p{Cc}]/u.test(id)) {
    return failure({
      code: 'id_malformed',
      column,
      message: `The ${column} "${excerpt(id)}" has a space in it, so it is a name and not an id. Pick it in the sidebar, or copy the id from HeyGen.`,
    });
  }
  if (id.length > MAX_ID_CHARACTERS) {
    return failure({
      code: 'id_too_long',
      column,
      message: `The ${column} "${excerpt(id)}" is longer than any id of HeyGen's. Pick it in the sidebar, or copy the id from HeyGen.`,
    });
  }
  // Sheets reads digits around an "e" as a number, and the id's last digits are gone for good.
  if (/^\d+(?:[.,]\d+)?E[+-]\d+$/u.test(id)) {
    return failure({
      code: 'id_became_number',
      column,
      message: `Sheets has turned the ${column} into the number ${id}. Format the column as plain text (Format > Number > Plain text) and paste the id again.`,
    });
  }
  return success(id);
}
