import type { RenderOptions } from '../render/render-rows.ts';

/** As the plan on the page was made, except that templates may have been edited since. It can be taken back there. */
export const IN_THE_SIDEBAR: RenderOptions = {
  policy: { everyLook: true, newLooks: false, freshTemplates: true },
  undoable: true,
};

/** The user said Yes to other rows. */
export const OTHER_ROWS =
  'The selected rows have changed since they were counted. Nothing was sent and nothing was paid. Look at the numbers, then render again.';
