import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScriptTemplate } from '../../../src/core/merge/script-template.ts';
import { failure, success } from '../../../src/core/result.ts';
import { parseScenes } from '../../../src/core/row/scene-script.ts';
import { joinedPieces, skeletonOf, templatePieces } from '../../../src/core/translate/template-pieces.ts';
import { translateTemplate } from '../../../src/core/translate/translate-template.ts';
import { cases } from '../../cases.ts';
import { cruelTranslator } from './cruel-translator.ts';

const PARTS = [
  'Hello ',
  'Dear friend, how are you?',
  ' and thank you for being here. ',
  '<<first_name|there>>',
  '<<price:money>>',
  '<<name:first word:title|you>>',
  '<<if plan = Pro>>',
  '<<else>>',
  '<<end>>',
  '<break time="1s"/>',
  ' <break time="0.5s"/> ',
  '\n',
  '\n---\n',
  '---',
  '[avatar: <<look>>] ',
  '[image: https://example.com/a.jpg 5s]',
  'https://example.com/<<id>>',
  'anna@example.com',
  '&amp;',
  '<b>',
  '</b>',
  '\\<<not a field>>',
  '{{other}}',
  '[draft: x]',
  '<',
  '>',
  ', ',
  '!',
  '你好',
  'مرحبا ',
  '\ue000',
  ' ',
];

const templates = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string()), { maxLength: 14 })
  .map((parts) => parts.join(''));

/** What must come through, found without the code that is tried. */
function marksIn(template: string): unknown {
  return {
    fields: parseScriptTemplate(template)
      .flatMap((part) => (part.kind === 'text' ? [] : [part.source]))
      .sort(),
    scenes: parseScenes({ text: template, marks: [] }).map(({ options }) => options),
    pauses: template.match(/<break time="[\d.]+s"\/>/gu),
    lines: template.split('\n').length,
  };
}

/** A translator that one can see through. */
const shouted = (template: string) =>
  translateTemplate(template, (text, html) =>
    success(
      html
        ? text.replace(/(<[^>]*>F?)|(\p{L})/gu, (whole, tag) =>
            tag === undefined ? whole.toUpperCase() : whole,
          )
        : text.toUpperCase(),
    ),
  );

test('the pieces of any template are the template again', () => {
  fc.assert(
    fc.property(templates, (template) => {
      const pieces = templatePieces(template);
      if (pieces === null) return;
      expect(parseScriptTemplate(joinedPieces(pieces))).toEqual(parseScriptTemplate(template));
    }),
    cases(2_000, 11),
  );
});

test('whatever a translator answers, the result has the same fields, pauses, scenes and conditions, or there is none', () => {
  let translated = 0;
  fc.assert(
    fc.property(
      templates,
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 9, maxLength: 9 }),
      (template, numbers) => {
        const pieces = templatePieces(template);
        let at = 0;
        const result = translateTemplate(
          template,
          cruelTranslator(() => numbers[at++ % numbers.length] ?? 0),
        );
        if (pieces === null) expect(result.ok).toBe(false);
        if (!result.ok || pieces === null) return;
        translated += 1;
        const after = templatePieces(result.value);
        expect(after === null ? null : skeletonOf(after)).toBe(skeletonOf(pieces));
        expect(marksIn(result.value)).toEqual(marksIn(template));
      },
    ),
    cases(3_000, 12),
  );
  expect(translated).toBeGreaterThan(500);
});

describe('a translation', () => {
  test.each([
    [
      'a field moves with its sentence',
      'Hello <<first_name|there>>, welcome!',
      'HELLO <<first_name|there>>, WELCOME!',
    ],
    ['a formatter', 'It is <<price:money>>.', 'IT IS <<price:money>>.'],
    ['a pause', 'Well. <break time="1s"/> Hello.', 'WELL. <break time="1s"/> HELLO.'],
    [
      'scenes and their options',
      '[background: navy]\nHello <<n>>!\n---\n[image: https://example.com/office.jpg 5s]\n---\nBye.',
      '[background: navy]\nHELLO <<n>>!\n---\n[image: https://example.com/office.jpg 5s]\n---\nBYE.',
    ],
    [
      'conditions, with what is inside of them translated',
      'Hi <<if plan = Pro>>dear <<n>><<else>>friend<<end>>, bye.',
      'HI <<if plan = Pro>>DEAR <<n>><<else>>FRIEND<<end>>, BYE.',
    ],
    [
      'addresses',
      'See https://example.com/<<id>> or a.b@example.com now.',
      'SEE https://example.com/<<id>> OR a.b@example.com NOW.',
    ],
    ['a literal mark', 'Write \\<<name>> here.', 'WRITE \\<<NAME>> HERE.'],
    ['signs that mean something in HTML', 'A & B < C', 'A & B < C'],
    ['what has no words', '<<a>> – <<b>>!', '<<a>> – <<b>>!'],
  ])('%s', (_what, template, expected) => {
    expect(shouted(template)).toEqual(success(expected));
  });

  test('in which a field is lost is made again from the pieces between the fields', () => {
    const result = translateTemplate('Hello <<n>>, how are you?', (text, html) =>
      success(html ? 'HELLO, HOW ARE YOU?' : text.toUpperCase()),
    );
    expect(result).toEqual(success('HELLO <<n>>, HOW ARE YOU?'));
  });

  test('may put its fields in another order, within their sentence', () => {
    const result = translateTemplate('On <<day>> at <<place>>.', (text) => {
      const [, a = '', b = ''] = /(<span.*?<\/span>).*(<span.*?<\/span>)/u.exec(text) ?? [];
      return success(`${b} &amp; ${a} , it&#39;s so.`);
    });
    expect(result).toEqual(success("<<place>> & <<day>>, it's so."));
  });

  test('of a broken template, or one that breaks it, is refused in a sentence', () => {
    for (const broken of ['Hello <<name', '<<if a = b>>Hello', '<<if a = b>>x<<else>>y<<else>>z<<end>>']) {
      expect(translateTemplate(broken, (text) => success(text))).toEqual(
        failure(expect.stringContaining('Correct the script first.')),
      );
    }
    const evil = translateTemplate('Hello', () => success('[avatar: Eva] Hallo'));
    expect(evil).toEqual(failure(expect.stringContaining('Nothing was written.')));
  });

  test('that the service refuses ends at once, with its sentence', () => {
    let calls = 0;
    const result = translateTemplate('One.\nTwo.', () => {
      calls += 1;
      return failure('Used up.');
    });
    expect([result, calls]).toEqual([failure('Used up.'), 1]);
  });
});
