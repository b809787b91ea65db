import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScript } from '../../../src/core/speech/script.ts';
import { speakableText } from '../../../src/core/speech/speakable-text.ts';
import { addressWarnings } from '../../../src/core/speech/text-warnings.ts';
import { cases } from '../../cases.ts';
import { asked } from '../request/one-row.ts';

const heard = (text: string) => speakableText({ text, marks: [] }).text;

test.each([
  ['<p>Hi <b class="x">Ana</b>,<br/>bye</p>', 'Hi Ana,\nbye'],
  ['AT&amp;T &lt;3 &#39;you&#x27;&nbsp;all', "AT&T <3 'you' all"],
  ['a\u200bb\ufeffc\u00add\u0000e\u202ef', 'abcdef'],
  ['half \ud83d pair', 'half pair'],
  ['one\u000btwo\u2028three\r\nfour', 'one\ntwo\nthree\nfour'],
  ['a \t\u00a0 b  \n  c\n\n\n\nd ', 'a b\nc\n\nd'],
  ['<!-- note -->Hi<style>p {}</style>', 'Hi'],
  ['3 < 4 and <urgent> and <<b>> stay', '3 < 4 and <urgent> and <<b>> stay'],
  ['Hi. <break time="1s"/> Bye.', 'Hi. <break time="1s"/> Bye.'],
  ['family 👨\u200d👩\u200d👧 and नि\u200dत', 'family 👨\u200d👩\u200d👧 and नि\u200dत'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['<section><header>Hi</header><article>you</article></section>', 'Hi\n\nyou'],
  ['<nav>a</nav><button type="button" disabled>b</button><label for=x>c</label>', 'a\nb c'],
  ['<iframe src="https://x.y/?a=1&b=2"></iframe>a<video controls></video><svg><path d="M0 0"/></svg>', 'a'],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
  ['<o:p>a</o:p><speak><prosody rate="slow">b</prosody> <emphasis>c</emphasis></speak>', 'ab c'],
  ['<phoneme alphabet="ipa" ph="ə">a</phoneme> <say-as interpret-as="date">b</say-as>', 'a b'],
  ['2<b and c>3, <b>4</b>', '2<b and c>3, 4'],
  ['Be there at <time>, <title> <name>', 'Be there at <time>, <title> <name>'],
  ['<time>9:30</time> <time datetime="9:30">sharp</time>', '9:30 sharp'],
  ['caf&eacute; &Uuml;ber &ccedil;a &ntilde; &scaron; &oslash;', 'café Über ça ñ š ø'],
  ['a&mdash;b&ndash;c&hellip; it&rsquo;s &euro;5 &frac12; &#146;', 'a—b–c… it’s €5 ½ ’'],
  ['&shy;a&#8203;b&zwnj; &unknown; AT&T; R&D', 'ab &unknown; AT&T; R&D'],
  ['a\u2063b\u180ec\u3164d\ufffce\u{e0068}\u{e0069}f\u034fg\u061ch', 'abcdefgh'],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️'],
  [
    'Hi. <break time="1s" /> Bye. <Break  time = "1.5S"/ >',
    'Hi. <break time="1s"/> Bye. <break time="1.5s"/>',
  ],
  ['<break time=“1s”/> <break time="500ms"/>', '<break time=“1s”/> <break time="500ms"/>'],
])('%j is heard as %j', (seen, text) => {
  expect(heard(seen)).toBe(text);
});

describe('in a row', () => {
  const row = { avatar_id: 'Anna', n: '<b>Ana</b>\u200b' };

  test('the text of cells is heard too, and the cell as it is displayed stays the evidence', () => {
    const { request, sources } = asked({ ...row, script: 'Hi  <<n>>,<br>bye' });
    expect(request).toMatchObject({ script: 'Hi Ana,\nbye' });
    expect(sources[0]).toBe('<b>Ana</b>\u200b');
  });

  test('a pause with a space before its slash is sent as HeyGen reads it', () => {
    const { request } = asked({ ...row, script: 'Hi. <break time="1s" /> Bye.' });
    expect(request).toMatchObject({ script: 'Hi. <break time="1s"/> Bye.' });
  });

  test('addresses are told and stay', () => {
    const warned = (script: string) => asked({ ...row, script }).warnings.map(({ code }) => code);
    expect(warned('See https://a.example/x or www.b.org')).toEqual(['script_address']);
    expect(warned('See reelmerge.com/start today')).toEqual(['script_address']);
    for (const address of [
      'lumen.shop',
      'lumen.tech',
      'lumen.info',
      'bit.ly/3x',
      'café.fr',
      'shop.lumen.co.uk',
      'LUMEN.COM',
      'exämple.de',
    ]) {
      const [warning, ...more] = asked({ ...row, script: `See ${address}, or not.` }).warnings;
      expect(more).toEqual([]);
      expect(warning?.message).toContain(`the web address ${address}, which`);
    }
    expect(warned('She said no.At the end.Be well, Dr.No. Node.js, 12.de, a.m. and so.So')).toEqual([]);
    expect(warned('Write to ana@lumen.fr')).toEqual(['script_mail']);
    expect(warned('Write to ana@lumen.fr or see lumen.fr')).toEqual(['script_address', 'script_mail']);
    expect(warned('I am here.Come in. It costs 3.50, e.g. for 2.de facto')).toEqual([]);
    expect(asked({ ...row, script: 'ana@lumen.fr' }).request).toMatchObject({ script: 'ana@lumen.fr' });
  });
});

describe('laws', () => {
  const piece = fc.constantFrom(
    '<b>',
    '</b>',
    '<br>',
    '&amp;',
    '\u200b',
    '\u200d',
    '  ',
    '\n',
    '\r\n',
    '\t',
    'word',
    'Ä',
    '👍🏽',
    '<',
    '>',
    '&',
    '\u0007',
    '\ud83d',
    '<break time="1s"/>',
    '<break time="1s" />',
    '<td>',
    '<time>',
    '</time>',
    '<b a="1">',
    '&eacute;',
    '\u3164',
    '\u{1f3f4}',
    '\u{e0067}',
    '\u{e007f}',
  );
  const text = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''));

  test('marks stay on the words that they were on', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const start = before.length + 1;
        const seen = { text: `${before} NAME ${after}`, marks: [{ start, end: start + 4, field: 'n' }] };
        const { text: spoken, marks } = speakableText(seen);
        expect(marks.map((mark) => spoken.slice(mark.start, mark.end))).toEqual(['NAME']);
      }),
      cases(1000, 20260714),
    );
  });

  test('no control character, no double space and no space at the ends is left', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (seen) => {
        const spoken = heard(seen);
        expect(spoken).not.toMatch(/[^\P{Cc}\n]|\p{Cs}| {2}|\n{3}|^\s|\s$/u);
        checkScript(spoken);
      }),
      cases(1000, 20260715),
    );
  });

  test.each([
    '<b a=b ',
    'a.',
    'a-b.co',
    'a@',
    '1',
    '<b a="',
    '<b hidden ',
    '<time>',
    `<b${' '.repeat(999)}`,
    '\u{1f3f4}\u{e0067}',
    '<b ',
    '<!--',
    '<script>',
    '&#',
    '\u200d',
    ' ',
    ' \n',
    '<p\n',
    '</',
  ])('the largest text is heard in no time: %j', { timeout: 2000 }, (part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    heard(text);
    addressWarnings([text]);
  });
});
