import type { LookupPolicy } from '../account/look-up-account.ts';

/** As the plan on the page was made, except that templates may have been edited since. */
export const LIKE_THE_PLAN: LookupPolicy = { everyLook: true, newLooks: false, freshTemplates: true };

/** The user said Yes to other rows. */
export const OTHER_ROWS =
  'The selected rows have changed since they were counted. Nothing was sent and nothing was paid. Look at the numbers, then render again.';
