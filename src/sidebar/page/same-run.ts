import type { RunSummary } from '../../app/sidebar/contract.ts';

/** Estimates move with every word. Up to this factor the user need not look at the price again. */
const MOST_DEARER = 1.5;

/**
 * Whether the user, who said Yes to one run, needs no second look at the run that came of saving: as many videos, no
 * more rows with problems or warnings, about the price.
 */
export function isNoSurprise(shown: RunSummary, saved: RunSummary): boolean {
  return (
    saved.obstacle === '' &&
    saved.videos === shown.videos &&
    saved.videosAgain === shown.videosAgain &&
    saved.tests === shown.tests &&
    saved.unknownLengths === shown.unknownLengths &&
    saved.blockedRows <= shown.blockedRows &&
    saved.warnedRows <= shown.warnedRows &&
    saved.cost <= shown.cost * MOST_DEARER &&
    (saved.asksAbove === null || shown.asksAbove !== null)
  );
}
