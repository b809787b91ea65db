import type { RowStatus } from './status.ts';

/** The colours of a cell that shows one word. */
export interface WordColours {
  readonly word: RowStatus;
  readonly background: string;
  readonly ink: string;
}

/** How a sheet that we set up colours its statuses. Each ink is dark enough on its ground to be read. */
export const STATUS_COLOURS: readonly WordColours[] = [
  { word: 'Done', background: '#d9ead3', ink: '#1e4620' },
  { word: 'Changed', background: '#fff2cc', ink: '#5f4500' },
  { word: 'Failed', background: '#f4cccc', ink: '#7a0c0c' },
  { word: 'Blocked', background: '#fce5cd', ink: '#7a3b00' },
  { word: 'Unconfirmed', background: '#d9d2e9', ink: '#3d2a6b' },
  { word: 'Rendering', background: '#cfe2f3', ink: '#0b3d66' },
];
