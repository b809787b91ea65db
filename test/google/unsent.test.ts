import { describe, expect, it } from 'vitest';
import { isTooLarge, unsentReason } from '../../src/google/unsent.ts';

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
    ['1 日にサービス urlfetch を実行した回数が多すぎます。', 'quota'],
    ['Dienst an einem Tag zu häufig aufgerufen: urlfetch.', 'quota'],
    [
      'Les autorisations spécifiées ne suffisent pas pour appeler UrlFetchApp.fetch. (https://www.googleapis.com/auth/script.external_request)',
      'permission',
    ],
    [`DNS error: ${ADDRESS}`, 'not-reached'],
  ])('%s means that nothing was sent', (message, why) => {
    expect(unsentReason(`Exception: ${message}`, ADDRESS)).toBe(why);
    expect(unsentReason(message, ADDRESS)).toBe(why);
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
    `DNS エラー: ${ADDRESS}`,
    '制限を超えました: URLFetch の応答サイズ。',
    'Limit Exceeded: URLFetch POST Size.',
    'Permission is required.',
    'You do not have permission to call SpreadsheetApp.flush.',
    'Authorization is required to perform that action.',
    '',
  ])('%s may have come behind a request that took effect', (message) => {
    expect(unsentReason(`Exception: ${message}`, ADDRESS)).toBeNull();
  });
});

describe('a request that Google does not let out for its size', () => {
  it('is known before, in every language', () => {
    expect(isTooLarge(ADDRESS, '{}')).toBe(false);
    expect(isTooLarge(`${ADDRESS}?title=${'a'.repeat(2_100)}`)).toBe(true);
    expect(isTooLarge(ADDRESS, 'a'.repeat(18_000_000))).toBe(true);
  });
});
