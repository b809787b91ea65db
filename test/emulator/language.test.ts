import { describe, expect, test } from 'vitest';
import type { RefusalSentences } from '../../src/emulator/refusals/refusal-facts.ts';
import { type Language, SENTENCES } from '../../src/emulator/refusals/refused.ts';
import { refusalOf, returnedBy, worldOf } from './world.ts';

const FOREIGN: readonly Exclude<Language, 'en'>[] = ['de', 'fr', 'ja'];

/** Every refusal with facts that hold no words of any language. */
const said = (sentences: RefusalSentences): Record<keyof RefusalSentences, string> => ({
  allLinesDeleted: sentences.allLinesDeleted('row'),
  badInterval: sentences.badInterval('', [1, 5]),
  bodyTooLarge: sentences.bodyTooLarge(),
  callNotAllowed: sentences.callNotAllowed(''),
  cellOutOfRange: sentences.cellOutOfRange(),
  dailyQuota: sentences.dailyQuota(''),
  documentUnavailable: sentences.documentUnavailable(),
  emptyRangeList: sentences.emptyRangeList(),
  everythingFrozen: sentences.everythingFrozen(),
  filterExists: sentences.filterExists(),
  functionNotFound: sentences.functionNotFound(''),
  headerTooLong: sentences.headerTooLong(),
  intervalTooShort: sentences.intervalTooShort(),
  invalidArgument: sentences.invalidArgument(''),
  invalidAttribute: sentences.invalidAttribute(''),
  invalidEmail: sentences.invalidEmail(''),
  invalidEntry: sentences.invalidEntry('', []),
  lastSheetHidden: sentences.lastSheetHidden(),
  lastSheetRemoved: sentences.lastSheetRemoved(),
  linesOutOfBounds: sentences.linesOutOfBounds('column'),
  lockTimeout: sentences.lockTimeout(),
  missingScopes: sentences.missingScopes('', ['']),
  noConnection: sentences.noConnection(''),
  noHtmlFile: sentences.noHtmlFile(''),
  noRecipient: sentences.noRecipient(),
  noUserInterface: sentences.noUserInterface(),
  notHttps: sentences.notHttps(''),
  notWhitelisted: sentences.notWhitelisted(''),
  oneTriggerOnly: sentences.oneTriggerOnly(),
  outOfRange: sentences.outOfRange('', 0),
  outsideSheet: sentences.outsideSheet(),
  permissionDenied: sentences.permissionDenied(),
  positionOutOfBounds: sentences.positionOutOfBounds(0),
  protectedCell: sentences.protectedCell(),
  protectionStays: sentences.protectionStays(),
  rangeNotFound: sentences.rangeNotFound(''),
  replyTooLarge: sentences.replyTooLarge(''),
  requestFailed: sentences.requestFailed('', 0, ''),
  sheetNameTaken: sentences.sheetNameTaken(''),
  sheetNotFound: sentences.sheetNotFound(0),
  startTooSmall: sentences.startTooSmall('row'),
  storageFull: sentences.storageFull(),
  timeUp: sentences.timeUp(),
  tooFewLines: sentences.tooFewLines('column'),
  tooLarge: sentences.tooLarge(''),
  tooManyAtOnce: sentences.tooManyAtOnce(),
  tooManyCells: sentences.tooManyCells(1),
  tooManyCharacters: sentences.tooManyCharacters(1),
  tooManyHeaders: sentences.tooManyHeaders(),
  tooManyInShortTime: sentences.tooManyInShortTime(''),
  tooManyRedirects: sentences.tooManyRedirects(''),
  tooManyTriggers: sentences.tooManyTriggers(),
  translationFailed: sentences.translationFailed(),
  triggerTimeUp: sentences.triggerTimeUp(),
  typedColumn: sentences.typedColumn(),
  unavailable: sentences.unavailable(''),
  unknownAttribute: sentences.unknownAttribute(''),
  urlTooLong: sentences.urlTooLong(),
  wrongShape: sentences.wrongShape('row', 1, 2),
  wrongSignature: sentences.wrongSignature('', ''),
});

/** Names that no language translates. */
const NAMES =
  /SpreadsheetApp\.getUi\(\)|Utilities\.sleep\(1000\)|muteHttpExceptions|urlFetchWhitelist|PERMISSION_DENIED|URLFetch|HTML|URL|https|Google/g;
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(NAMES, '')
    .toLowerCase()
    .match(/\p{L}{4,}/gu) ?? [];

/** Words that English shares with a language. */
const SHARED: Readonly<Record<(typeof FOREIGN)[number], readonly string[]>> = {
  de: ['google', 'filter', 'argument', 'code', 'trigger', 'option', 'server'],
  fr: [
    'argument',
    'code',
    'service',
    'script',
    'signature',
    'protection',
    'maximum',
    'limite',
    'validation',
    'dimensions',
    'quota',
  ],
  ja: [],
};

describe.each(FOREIGN)('in the language %s', (language) => {
  test('no refusal keeps a word of the English sentence', () => {
    const [english, foreign] = [said(SENTENCES.en), said(SENTENCES[language])];
    const kept = Object.entries(foreign).flatMap(([name, text]) => {
      const original = wordsOf(Object.entries(english).find(([key]) => key === name)?.[1] ?? '');
      return wordsOf(text).filter((word) => original.includes(word) && !SHARED[language].includes(word));
    });
    expect(kept).toEqual([]);
  });

  test('refusals of services, of objects and of the platform itself are worded in it', () => {
    const url = 'https://api.heygen.com/v3/x';
    const cut = refusalOf(`function main() { UrlFetchApp.fetch('${url}'); }`, {
      language,
      handle: () => 'cut',
    });
    expect(cut).toBe(SENTENCES[language].unavailable(url));
    const range = refusalOf('function main() { SpreadsheetApp.getActiveSheet().getRange(0, 1); }', {
      language,
    });
    expect(range).toBe(SENTENCES[language].startTooSmall('row'));
    expect(refusalOf('', { language })).toBe(SENTENCES[language].functionNotFound('main'));
  });

  test('a page hears in it that the time was up', () => {
    const world = worldOf('function main() { Utilities.sleep(300000); Utilities.sleep(300000); }', {
      language,
    });
    expect(world.serve({ functionName: 'main', args: [] }).reply).toEqual({
      ok: false,
      error: SENTENCES[language].timeUp(),
    });
  });

  test('the script can ask for it, and errors keep their name', () => {
    const code = `function main() {
      try { SpreadsheetApp.getActiveSheet().getRange('?'); } catch (error) { return [error.name, Session.getActiveUserLocale()]; }
    }`;
    expect(returnedBy(code, { language })).toEqual(['Exception', language]);
  });
});

test('executions of emulators in two languages, one inside the other, each hear their own', () => {
  const code = `function main() { CacheService.getUserCache().get('x'); SpreadsheetApp.getActiveSheet().getRange('?'); }`;
  const inner = worldOf(code, { language: 'fr' });
  const outer = worldOf(code, { language: 'ja' });
  const heard: string[] = [];
  const hear = (message: string | undefined) => heard.push(message ?? '');
  let nested = false;
  const beforeCall = () => {
    if (nested) return;
    nested = true;
    hear(inner.run('main', { kind: 'menu' }).error?.message);
  };
  hear(outer.run('main', { kind: 'menu', beforeCall }).error?.message);
  expect(heard).toEqual([SENTENCES.fr.rangeNotFound('?'), SENTENCES.ja.rangeNotFound('?')]);
});
