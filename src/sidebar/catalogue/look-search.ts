import type { LooksPage } from '../../app/sidebar/contract.ts';
import { type Entry, searchable } from './search.ts';

export type AccountLook = LooksPage['looks'][number];

/** Search finds looks by name, tags, type and id. */
export function indexLook(look: AccountLook): Entry<AccountLook> {
  const { name, tags, type, id, ownership, gender, engines, orientation } = look;
  return {
    item: look,
    text: searchable([name, ...tags, type, id]),
    words: {
      ownership: [ownership],
      gender: [gender],
      type: [type],
      engine: engines,
      orientation: [orientation],
    },
  };
}
