import type { CheckView, Progress, RunSummary } from '../../../src/app/sidebar/contract.ts';
import type { FindingGroup } from '../../../src/core/check/check-report.ts';
import { MEDIA } from './fake-catalogue.ts';

/** Findings of one kind. */
export function group(
  kind: FindingGroup['kind'],
  column: string,
  message: string,
  rows: readonly number[],
): FindingGroup {
  return {
    kind,
    column,
    message,
    rows,
    otherMessages: 0,
    emptyWords: [],
    fallback: '',
    voicesOf: '',
    newColumns: [],
    absurd: false,
  };
}

export function noCheck(): CheckView {
  return {
    rows: 0,
    ready: 0,
    leftOut: [],
    unchecked: '',
    groups: [],
    findings: [],
    seconds: 0,
    usd: 0,
    unknownLengths: 0,
    obstacle: '',
    refusal: '',
  };
}

export function noPlan(): RunSummary {
  return {
    runPrint: 'nothing',
    videos: 0,
    again: false,
    videosAgain: 0,
    linked: 0,
    skipped: { done: 0, changed: 0, underWay: 0, unconfirmed: 0, hidden: 0, blank: 0 },
    shared: 0,
    sameWords: '',
    leftOut: [],
    blocked: [],
    blockedRows: 0,
    seconds: 0,
    balance: null,
    cost: 0,
    range: { least: 0, most: 0 },
    topUpUrl: '',
    renderSeconds: 0,
    asksAbove: null,
    priceNews: [],
    unknownLengths: 0,
    tests: 0,
    paced: 0,
    warnings: [],
    warnedRows: 0,
    sample: null,
    steering: [],
    open: null,
    obstacle: '',
  };
}

export function noProgress(): Progress {
  return {
    counts: {
      Queued: 0,
      Submitting: 0,
      Unconfirmed: 0,
      Rendering: 0,
      Done: 0,
      Changed: 0,
      Failed: 0,
      Cancelled: 0,
    },
    finished: [],
    unconfirmed: [],
    failed: [],
    stuck: [],
    changed: [],
    testRefused: false,
    waiting: 0,
    secondsLeft: null,
    paused: null,
    actual: '',
    remarks: [],
    busy: false,
    undo: null,
    run: null,
    print: '',
  };
}

export function finishedVideos(count: number): Progress['finished'] {
  return Array.from({ length: count }, (_, index) => ({
    job: `job-${index}`,
    row: index + 2,
    title: `Row ${index + 2}`,
    thumbnail: `${MEDIA}video-${index}.svg`,
    video_url: `${MEDIA}video-${index}.mp4`,
    seconds: 14 + index * 7,
  }));
}
