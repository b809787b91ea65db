/*
 * What the user reads of a sheet's settings. The page needs this and not how each is kept, which knows every column.
 */

/** How a setting is shown: its kind of field, its label, and what it does in a sentence or two. */
export interface SettingForm {
  readonly kind: 'switch' | 'words' | 'text' | 'number';
  readonly label: string;
  readonly help: string;
  /** The highest number that it takes. */
  readonly most?: number;
}

/** In the order of the sidebar. Settings without an entry are kept by their own dialogs. */
export const SETTING_FORMS = {
  blocksWarnings: {
    kind: 'switch',
    label: 'Block rows with warnings',
    help: 'A row with a warning is not rendered until it is put right.',
  },
  emptyWords: {
    kind: 'words',
    label: 'Words that count as empty',
    help: 'A cell that holds only such a word counts as empty: the fallback is spoken, or the row is blocked. Separate them with commas, such as: n/a, null, -',
  },
  onlyWhere: {
    kind: 'text',
    label: 'Only rows where',
    help: 'A condition, such as: consent = yes. Other rows are left out and counted. Empty: every row.',
  },
  sharesVideos: {
    kind: 'switch',
    label: 'Same words, one video',
    help: 'Rows whose videos would look and sound the same share one. It is paid for once.',
  },
  locale: {
    kind: 'text',
    label: 'Locale',
    help: 'The way in which dates and amounts are said, such as en-GB or de-AT, and the voice’s accent. A row’s own locale or language comes first. A change marks every finished row that speaks in it as Changed.',
  },
  currency: {
    kind: 'text',
    label: 'Currency of bare amounts',
    help: 'What <<price:money>> says for 89.00 without a currency, such as EUR. Empty, or no known code: such rows are blocked.',
  },
  askAboveUsd: {
    kind: 'number',
    label: 'Ask once more above (USD)',
    help: 'When a run may cost more, Render asks a second time. Leave it empty for the usual 25.',
  },
  undoSeconds: {
    kind: 'number',
    label: 'Undo after Render (seconds)',
    help: 'How long Render in this sidebar waits before it sends, at most 60. Rows that are rendered again do not wait. 0: off. Empty: 10.',
    most: 60,
  },
  budgetRunUsd: {
    kind: 'number',
    label: 'Budget for a run (USD)',
    help: 'What one press of Render may cost. The rest stays queued. Leave it empty for no limit.',
  },
  budgetDayUsd: {
    kind: 'number',
    label: 'Budget for a day (USD)',
    help: 'What this sheet may cost within 24 hours. The rest stays queued and goes on by itself. Leave it empty for no limit.',
  },
  sampleAboveRows: {
    kind: 'number',
    label: 'Sample first above this many rows',
    help: 'A larger run waits until you have approved a sample of at most five videos. 20 is a good start. Empty: off.',
  },
  keepsLinks: {
    kind: 'switch',
    label: 'Keep links alive',
    help: 'HeyGen’s links end after 7 days. Reelmerge looks once a day, also while the sheet is closed, and renews those that are about to end. It costs nothing.',
  },
  mailsEnds: {
    kind: 'switch',
    label: 'Mail me when a run is finished',
    help: 'Whoever presses Render gets a mail at their own address: how many videos are done, and why others failed.',
  },
} as const satisfies Readonly<Record<string, SettingForm>>;

export type FormName = keyof typeof SETTING_FORMS;
