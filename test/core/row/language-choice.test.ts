import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CurrentRequests } from '../../../src/core/jobs/current-request.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { NO_FACTS } from '../../../src/core/row/account-facts.ts';
import type { Defaults } from '../../../src/core/row/row-cells.ts';
import { readSheetSettings } from '../../../src/core/settings/sheet-settings.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';

type Cells = Readonly<Record<string, string>>;

const VOICES = { German: 'voice_de', 'de-AT': 'voice_at', Spanish: 'voice_es' };

function readWith(cells: Cells, voices: Readonly<Record<string, string>>, defaults: Defaults = {}) {
  const settings = readSheetSettings({ voices });
  const table = readTable([Object.keys(cells), Object.values(cells)], 1, [], new Set(), settings);
  const [row] = table.rows;
  if (row === undefined) throw new Error('the table has no row');
  return { table, row, asked: requestOf(table, row, defaults) };
}

function issuesOf(...given: Parameters<typeof readWith>): readonly string[] {
  const { asked } = readWith(...given);
  return asked.ok ? [] : asked.failure.map(({ message }) => message);
}

function requestIn(...given: Parameters<typeof readWith>): unknown {
  const { asked } = readWith(...given);
  if (!asked.ok) throw new Error(asked.failure.map(({ message }) => message).join('\n'));
  return asked.value.request;
}

const SCRIPTS = {
  'script (de)': 'Hallo <<n>>, <<sum:money>>!',
  'Script (Español)': '¡Hola <<n>>, <<sum:money>>!',
};
const ROW = { avatar_id: 'Anna', n: 'Ana', sum: '€1250', ...SCRIPTS };

describe('a row with a language', () => {
  test('says exactly what it would say with that script, voice and locale written into it', () => {
    const languages = fc.constantFrom(
      ['German', 'de', 'voice_de', 'script (de)'],
      ['de', 'de', 'voice_de', 'script (de)'],
      ['Deutsch', 'de', 'voice_de', 'script (de)'],
      ['de-AT', 'de-AT', 'voice_at', 'script (de)'],
      ['de-CH', 'de-CH', 'voice_de', 'script (de)'],
      ['Spanisch', 'es', 'voice_es', 'Script (Español)'],
      ['es-MX', 'es-MX', 'voice_es', 'Script (Español)'],
    );
    const own = fc.record({
      script: fc.constantFrom('', 'Hello <<n>>!'),
      voice_id: fc.constantFrom('', 'voice_own'),
      locale: fc.constantFrom('', 'en-GB'),
    });
    const defaults = fc.constantFrom<Defaults>({}, { script: 'Hi!', voice_id: 'usual', locale: 'fr-FR' });
    fc.assert(
      fc.property(
        languages,
        own,
        defaults,
        ([language = '', locale = '', voice = '', column = ''], cells, usual) => {
          const chosen = requestIn({ ...ROW, ...cells, language }, VOICES, usual);
          const written = requestIn(
            {
              ...ROW,
              script: ROW[column as keyof typeof ROW],
              voice_id: cells.voice_id || voice,
              locale: cells.locale || locale,
              'script (de)': '',
              'Script (Español)': '',
            },
            {},
            usual,
          );
          expect(chosen).toEqual(written);
        },
      ),
      cases(200, 20261128),
    );
  });

  test('and without one is as if the sheet had none', () => {
    const plain = { ...ROW, script: 'Hello <<n>>!' };
    expect(requestIn({ ...plain, language: '' }, VOICES)).toEqual(requestIn(plain, {}));
  });

  test('is another request when its language, its script or the voice of its language changes', () => {
    const print = (cells: Cells, voices: Readonly<Record<string, string>>): string => {
      const { table, row } = readWith({ ...ROW, ...cells }, voices);
      const current = new CurrentRequests(table, {}, NO_FACTS).of(row);
      return current.kind === 'request' ? current.print : current.kind;
    };
    const before = print({ language: 'de' }, VOICES);
    expect(before).toBe(print({ language: 'Deutsch' }, VOICES));
    const others = [
      print({ language: 'es' }, VOICES),
      print({ language: 'de', 'script (de)': 'Servus!' }, VOICES),
      print({ language: 'de' }, { de: 'another' }),
    ];
    expect(new Set([before, ...others]).size).toBe(4);
  });

  test('holds the cell of its script among what ties the video to the row', () => {
    const { asked } = readWith({ ...ROW, language: 'de' }, VOICES);
    expect(asked.ok && asked.value.sources).toEqual(['Ana', '€1250', ROW['script (de)']]);
  });

  test('speaks the script of its own country where there is one', () => {
    const cells = { ...ROW, 'script (de-AT)': 'Servus <<n>>!', language: 'de-AT' };
    expect(requestIn(cells, VOICES)).toMatchObject({ script: 'Servus Ana!' });
    expect(requestIn({ ...cells, 'script (de-AT)': '' }, VOICES)).toMatchObject({
      script: expect.stringMatching(/^Hallo Ana/u),
    });
  });

  test("keeps the sheet's locale where that says the same language and its country", () => {
    const locale = (cells: Cells) => requestIn({ ...ROW, ...cells }, VOICES, { locale: 'de-CH' });
    expect(locale({ language: 'German' })).toMatchObject({ voice_settings: { locale: 'de-CH' } });
    expect(locale({ language: 'es' })).toMatchObject({ voice_settings: { locale: 'es' } });
  });
});

describe('a language blocks its row, and says the way out', () => {
  test('without a script, when the sheet has scripts of other languages', () => {
    const cells = { ...ROW, language: 'French', voice_id: 'v' };
    const [message, ...others] = issuesOf(cells, VOICES, { script: 'Hello!' });
    expect(message).toBe(
      'There is no script for the language French. Write it in a column “script (fr)”, or clear the cell “language”.',
    );
    expect(others).toEqual([]);
    expect(issuesOf({ ...cells, script: 'Bonjour !' }, VOICES)).toEqual([]);
  });

  test('without a voice, when the sheet has voices for other languages', () => {
    const cells = { avatar_id: 'Anna', script: 'Bonjour !', language: 'French' };
    expect(issuesOf(cells, VOICES)).toEqual([
      'There is no voice for the language French. Pick one in the sidebar’s Voice tab and use it for that language, or write its id in the column “voice_id”.',
    ]);
    expect(issuesOf(cells, {})).toEqual([]);
  });

  test('when it is none', () => {
    expect(issuesOf({ ...ROW, script: 'Hi', language: 'Python' }, {})).toEqual([
      expect.stringContaining('“Python” is not understood as a language.'),
    ]);
  });

  test('when the cell of its script is an error, by the name of that column', () => {
    expect(issuesOf({ ...ROW, 'script (de)': '#N/A', language: 'de' }, VOICES)).toEqual([
      'The cell in the column "script (de)" shows #N/A. Fix its formula, or type the value.',
    ]);
  });

  test('but not a row that speaks no text', () => {
    const recording = { avatar_id: 'Anna', audio_url: 'https://example.com/a.mp3', language: 'French' };
    expect(issuesOf({ ...SCRIPTS, ...recording }, VOICES)).toEqual([]);
    expect(issuesOf({ ...SCRIPTS, prompt: 'A sea.', language: 'French', avatar_id: 'Anna' }, VOICES)).toEqual(
      [],
    );
  });
});

test('a column such as “script (new)” is the user’s own, and steers nothing', () => {
  const cells = {
    avatar_id: 'Anna',
    script: 'Hi',
    'script (new)': 'Hello',
    'script (say)': 'x',
    language: 'de',
  };
  expect(requestIn(cells, {})).toMatchObject({ script: 'Hi' });
});
