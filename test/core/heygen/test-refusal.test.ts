import { expect, test } from 'vitest';
import { errorCode } from '../../../src/core/heygen/error-code.ts';
import { TEST_REFUSED } from '../../../src/core/heygen/test-refusal.ts';
import { newsFromItems } from '../../../src/core/jobs/evidence.ts';
import { BATCH, job } from '../jobs/jobs.ts';

test.each([
  'test: Unknown field "test".',
  'videos.3.test: not accepted',
  'videos[3].test: not accepted',
  "Unknown field 'test'",
  "Unrecognized key(s) in object: 'test'",
  'test',
  'avatar.test: not accepted',
  'videos.0.avatar.test: Extra inputs are not permitted',
  'body.videos[0].image.test: Extra inputs are not permitted',
  'payload.some_new_word.test: Extra inputs are not permitted',
  'avatar.test Extra inputs are not permitted [type=extra_forbidden]',
  'Extra inputs are not permitted: avatar.test',
])('the refusal of the field test is known by %s', (words) => {
  expect(errorCode('invalid_parameter', words)).toBe(TEST_REFUSED);
});

test.each([
  ['invalid_parameter', 'script: The latest word is not accepted.'],
  ['invalid_parameter', 'title: contest'],
  ['invalid_parameter', 'script: The word "test" is not allowed in a script.'],
  ['invalid_parameter', 'script: "This is a test" is too long.'],
  ['invalid_parameter', 'The voice "test" cannot speak this.'],
  ['invalid_parameter', 'variables.test: not accepted'],
  ['invalid_parameter', 'variables.test: Extra inputs are not permitted'],
  ['invalid_parameter', 'avatar.contest: Extra inputs are not permitted'],
  ['avatar_not_found', 'There is no avatar "test".'],
  ['', 'test'],
])('the code %s with the words %s stays as it is', (code, words) => {
  expect(errorCode(code, words)).toBe(code);
});

test('a member of a batch that was refused for it says so', () => {
  const rendering = job({ status: 'Rendering', batch: BATCH, item: 0 });
  const item = {
    index: 0,
    videoId: '',
    state: 'failed',
    failureCode: 'invalid_parameter',
    failureMessage: 'Unknown field "test".',
  } as const;
  expect(newsFromItems([rendering], [item])).toMatchObject([
    {
      event: {
        type: 'failed',
        code: TEST_REFUSED,
        message: expect.stringContaining('Nothing was made or charged'),
      },
    },
  ]);
});
