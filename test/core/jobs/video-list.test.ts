import { expect, test } from 'vitest';
import type { Video } from '../../../src/core/heygen/video.ts';
import { NO_LINKS } from '../../../src/core/heygen/video-links.ts';
import { VIDEO_LIST_HEADERS, videoList } from '../../../src/core/jobs/video-list.ts';

const BARE: Video = {
  id: 'v1',
  title: '',
  state: 'completed',
  ...NO_LINKS,
  seconds: null,
  createdAt: null,
  completedAt: null,
  failureCode: '',
  failureMessage: '',
};

function cellOf(header: (typeof VIDEO_LIST_HEADERS)[number], video: Partial<Video>): unknown {
  return videoList([{ ...BARE, ...video }], new Map())[0]?.[VIDEO_LIST_HEADERS.indexOf(header)];
}

test.each([
  [1_772_000_000, '2026-02-25T06:13:20.000Z'],
  [1_772_000_000_000, '2026-02-25T06:13:20.000Z'],
  [946_684_800, '2000-01-01T00:00:00.000Z'],
  [253_402_300_799, '9999-12-31T23:59:59.000Z'],
])('a video made at %d was made at %s', (createdAt, shown) => {
  expect(cellOf('Created', { createdAt })).toEqual(new Date(shown));
});

test.each([0, -5, 1, 946_684_799, 253_402_300_800, 253_402_300_800_000, 1e308])(
  '%d is no moment at which a video was made',
  (createdAt) => {
    expect(cellOf('Created', { createdAt })).toBe('');
  },
);

test.each([
  [12.34, 12.3],
  [0, 0],
  [-0, 0],
  [-3, ''],
  [1e308, ''],
  [Number.POSITIVE_INFINITY, ''],
  [Number.NaN, ''],
  [null, ''],
])('a length of %d seconds is shown as "%s"', (seconds, shown) => {
  expect(cellOf('Length in seconds', { seconds })).toBe(shown);
});

test('the newest stands first, whether told in seconds or in milliseconds, and each once', () => {
  const made = (id: string, createdAt: number | null): Video => ({ ...BARE, id, createdAt });
  const videos = [
    made('old', 1_700_000_000),
    made('new', 1_772_000_000_000),
    made('', null),
    made('mid', 1_750_000_000),
    made('old', 1_700_000_000),
    made('unknown', 1e300),
  ];
  const ids = videoList(videos, new Map()).map((line) => line[VIDEO_LIST_HEADERS.indexOf('Video id')]);
  expect(ids).toEqual(["'new", "'mid", "'old", "'unknown"]);
});
