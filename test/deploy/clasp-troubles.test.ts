import { expect, test } from 'vitest';
import { troubleSentence } from '../../src/deploy/clasp-troubles.ts';

const PROJECT = { file: '.clasp.local.json', scriptId: 'script-1', sheetId: '' };

function sentence(doing: 'create' | 'push' | 'list', stderr: string): string {
  return troubleSentence(doing, { exitCode: 1, stdout: '', stderr }, PROJECT);
}

test.each([
  ['a sign-in that has run out', 'invalid_grant', 'Run "npx clasp login"'],
  [
    'an account that may not edit the script',
    'The caller does not have permission',
    'may not change the script script-1',
  ],
  ['no network', 'getaddrinfo ENOTFOUND script.googleapis.com', 'Check the network'],
  ['a script that is gone', 'Requested entity was not found.', 'delete .clasp.local.json'],
  [
    'the API switched off',
    'User has not enabled the Apps Script API.',
    'https://script.google.com/home/usersettings',
  ],
  ['silence, as after a skipped push', '', 'ended without a word while it should push'],
  ['anything else', 'Syntax error: Missing ; line: 3 file: main.gs', 'clasp could not push: Syntax error'],
])('%s is told with what to do', (_, stderr, words) => {
  expect(sentence('push', stderr)).toContain(words);
});

test('only creating may have left an empty file in the Drive', () => {
  const apiOff = 'User has not enabled the Apps Script API.';
  expect(sentence('create', apiOff)).toContain('can be deleted');
  expect(sentence('push', apiOff)).not.toContain('can be deleted');
});
