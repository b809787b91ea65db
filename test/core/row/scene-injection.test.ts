import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeScriptTemplate } from '../../../src/core/merge/merge-script-template.ts';
import { parseScriptTemplate } from '../../../src/core/merge/script-template.ts';
import { parseScenes } from '../../../src/core/row/scene-script.ts';
import { scriptFunction } from '../../../src/core/row/script-function.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { speakableText } from '../../../src/core/speech/speakable-text.ts';
import { cases } from '../../cases.ts';

const HEADERS = [['first_name', 'plan', 'day']];

const made = (template: string, name: string, plan = 'Pro') =>
  scriptFunction({ template, headers: HEADERS, row: [[name, plan, 'x']] }, 'UTC');

describe('a value in the text that =REELMERGE_SCRIPT makes', () => {
  it.each([
    ['<<first_name>> Hello', '[avatar: Marcus]', '"[avatar: Marcus]"'],
    ['Hello <<first_name>>', 'Ann\n---\nBen', '"Ann --- Ben"'],
    ['Hello <<first_name>>', 'Ann\n\u2014\u2014\u2014', '"Ann'],
    ['<<first_name>> Hello', '&amp;#91;avatar: Marcus]', '"[avatar: Marcus]"'],
    ['[background: <<first_name>>] Hello', 'red] [avatar: Marcus', '"red] [avatar: Marcus"'],
    ['<<plan>> [<<first_name>>: Marcus] Hello', 'avatar', '"avatar"'],
  ])('is told about where a script cell would read a scene in it: %s with %j', (template, name, quoted) => {
    const { ok, ...rest } = made(template, name);
    expect({ ok, told: JSON.stringify(rest) }).toEqual({
      ok: false,
      told: expect.stringContaining(JSON.stringify(`The value of <<first_name>>, ${quoted}`).slice(1, -1)),
    });
  });

  it.each([
    ['[avatar: <<first_name>>] Hello\n---\n[image: <<plan>>]', 'Marcus'],
    ['Hello <<first_name>>', 'Ann [CEO] - Ben'],
    ['Hello <<first_name>>', 'Ann --- Ben'],
    ['Hello [image <<plan>>', 'x'],
  ])('is merged where it makes no scene: %s with %j', (template, name) => {
    expect(made(template, name).ok).toBe(true);
  });

  it('makes a script cell with the scenes that the text has beside the values', () => {
    const pieces = [
      '[',
      ']',
      'avatar',
      ': x',
      '---',
      '\n',
      ' ',
      '&#91;',
      '&amp;#91;',
      'Ann',
      '\u2014\u2014\u2014',
    ];
    const value = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
      .map((some) => some.join(''));
    const template = fc
      .array(fc.constantFrom('<<first_name>>', '<<plan>>', '[avatar: ', ']', '\n---\n', 'Hello '), {
        maxLength: 6,
      })
      .map((some) => some.join(''));
    const shape = (scenes: ReturnType<typeof parseScenes>) =>
      scenes.map(({ options, unknown, strays }) => ({ options, unknown, strays }));
    const sceneCell = (script: string, name: string, plan: string) => {
      const table = readTable([
        ['script', 'first_name', 'plan'],
        [script, name, plan],
      ]);
      const [row] = table.rows;
      if (row === undefined) throw new Error('no row');
      return speakableText(mergeScriptTemplate(parseScriptTemplate(script), { row, table, into: 'script' }));
    };
    fc.assert(
      fc.property(template, value, value, (script, name, plan) => {
        const text = made(script, name, plan);
        if (!text.ok || typeof text.value !== 'string' || text.value === '') return;
        const direct = speakableText(sceneCell(script, name, plan));
        expect(shape(parseScenes(sceneCell(text.value, '', '')))).toEqual(shape(parseScenes(direct)));
      }),
      cases(1000, 20260707),
    );
  });
});
