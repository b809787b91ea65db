import { describe, expect, it } from 'vitest';
import { unsentReason } from '../../src/google/unsent.ts';

const ADDRESS = 'https://api.heygen.com/v3/videos';

describe('an exception of UrlFetchApp', () => {
  it.each([
    [
      'Service invoked too many times in a short time: urlfetch rateMax. Try Utilities.sleep(1000) between calls.',
      'too-often',
    ],
    ['Service invoked too many times for one day: urlfetch.', 'quota'],
    [
      'Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: (…)',
      'permission',
    ],
    ['You do not have permission to call UrlFetchApp.fetch. Required permissions: (…)', 'permission'],
    ['Limit Exceeded: URLFetch URL Length.', 'too-large'],
    ['Limit Exceeded: URLFetch POST Size.', 'too-large'],
    [`DNS error: ${ADDRESS}`, 'not-reached'],
  ])('%s means that nothing was sent', (message, why) => {
    expect(unsentReason(`Exception: ${message}`)).toBe(why);
    expect(unsentReason(message)).toBe(why);
  });

  it.each([
    'Limit Exceeded: URLFetch Response Size.',
    `Limit Exceeded: URLFetch response size: ${ADDRESS}`,
    `Request failed for ${ADDRESS} returned code 403. Truncated server response: {"error":{"message":"Workspace permission is required to use this avatar"}}`,
    `Request failed for ${ADDRESS} returned code 429. Truncated server response: Service invoked too many times for one day`,
    `Address unavailable: ${ADDRESS}/Limit Exceeded: URLFetch POST Size`,
    `Address unavailable: ${ADDRESS}?title=invoked too many times in a short time`,
    `Timeout: ${ADDRESS}`,
    `Unexpected error: ${ADDRESS}`,
    'Permission is required.',
    'You do not have permission to call SpreadsheetApp.flush.',
    'Authorization is required to perform that action.',
    '',
  ])('%s may have come behind a request that took effect', (message) => {
    expect(unsentReason(`Exception: ${message}`)).toBeNull();
  });
});
