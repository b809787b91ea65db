import type { RowCommands } from './commands.ts';

/** Outlines in a square of 20 by 20. */
export const ICONS: Readonly<Record<keyof RowCommands, string>> = {
  insertAbove: 'M3 12.5h14v4H3zM10 2.5v7M6.5 6h7',
  insertBelow: 'M3 3.5h14v4H3zM10 10.5v7M6.5 14h7',
  duplicate: 'M6.5 6.5h10v10h-10zM13.5 6.5v-3h-10v10h3',
  delete: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5',
  hide: 'M2.5 10s3-5 7.5-5 7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM4 16.5l12-13',
  show: 'M2.5 10s3-5 7.5-5 7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM10 7.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4',
  sortUp: 'M6 16.5v-13M3 6.5l3-3 3 3M12 5h2.5M12 9.5h4M12 14h5.5',
  sortDown: 'M6 3.5v13M3 13.5l3 3 3-3M12 5h5.5M12 9.5h4M12 14h2.5',
  filter: 'M3 4.5h14l-5.5 6.5v5.5l-3-1.5v-4z',
  clearFilter: 'M3 4.5h14l-5.5 6.5v5.5l-3-1.5v-4zM13.5 12.5l4 4M17.5 12.5l-4 4',
};
