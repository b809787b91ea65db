/** The menu under Extensions ▸ Reelmerge, in order; null is a line between items. */
export const MENU = [
  { label: 'Open sidebar', run: 'openSidebar' },
  { label: 'Check selected rows', run: 'checkSelectedRows' },
  { label: 'Render selected rows', run: 'renderSelectedRows' },
  { label: 'Render selected rows again…', run: 'renderSelectedRowsAgain' },
  { label: 'Render changed rows again…', run: 'renderChangedRowsAgain' },
  { label: 'Check for finished videos', run: 'checkForFinishedVideos' },
  { label: 'Retry failed rows', run: 'retryFailedRows' },
  { label: 'Cancel queued rows', run: 'cancelQueuedRows' },
  null,
  { label: 'Renew links of selected rows', run: 'renewLinksOfSelectedRows' },
  { label: "List the account's videos", run: 'listAccountVideos' },
  { label: 'Delete videos of selected rows…', run: 'deleteVideosOfSelectedRows' },
  null,
  { label: 'Automatic updates on/off', run: 'toggleAutomaticUpdates' },
  { label: 'Set HeyGen key…', run: 'setHeyGenKey' },
  { label: 'Set up this sheet', run: 'setUpThisSheet' },
] as const;
