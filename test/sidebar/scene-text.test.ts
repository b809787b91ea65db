import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenes } from '../../src/core/row/scene-script.ts';
import { sceneOf, withScene } from '../../src/sidebar/script/scene-text.ts';
import { cases } from '../cases.ts';

const PICTURE = { assetId: 'a-1', name: 'office.png', kind: 'image', url: '' } as const;
const CLIP = { ...PICTURE, kind: 'video' } as const;

const scenesOf = (text: string) => parseScenes({ text, marks: [] });

describe('an upload as a scene', () => {
  it('is what the merge reads as one: a picture with its seconds, a clip without', () => {
    expect(scenesOf(sceneOf(PICTURE))[0]?.options).toEqual([{ name: 'image', value: 'asset:a-1 5s' }]);
    expect(scenesOf(sceneOf(CLIP))[0]?.options).toEqual([{ name: 'video', value: 'asset:a-1' }]);
  });

  it.each([
    ['in an empty script', '', 0, '[s]', 3],
    ['behind a text', 'Hello.', 6, 'Hello.\n---\n[s]', 14],
    ['before a text', 'Hello.', 0, '[s]\n---\nHello.', 3],
    ['within a text', 'Hello. Bye.', 6, 'Hello.\n---\n[s]\n---\nBye.', 14],
    ['behind a line of ---', 'Hello.\n---\n', 11, 'Hello.\n---\n[s]', 14],
    ['before a line of ---', 'Hello.\n---\nBye.', 6, 'Hello.\n---\n[s]\n---\nBye.', 14],
  ])('is written %s with the lines that it needs and no more', (_, text, caret, written, after) => {
    expect(withScene(text, caret, '[s]')).toEqual({ text: written, caret: after });
  });

  it('is one scene of its own, and every other word stays, wherever the caret stands', () => {
    const words = fc.array(fc.constantFrom('Hello', ' ', '\n', '---\n', '\n---\n', '<<name>>', '- -'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.nat(60), (parts, at) => {
        const text = parts.join('');
        const { text: after, caret } = withScene(text, Math.min(at, text.length), sceneOf(CLIP));
        const shown = scenesOf(after).filter(({ options }) => options.length > 0);
        expect(shown).toHaveLength(1);
        expect(shown[0]?.text.trim()).toBe('');
        expect(after.slice(0, caret).endsWith(sceneOf(CLIP))).toBe(true);
        const plain = (script: string) => script.replace(sceneOf(CLIP), '').replace(/[\s-]+/gu, '');
        expect(plain(after)).toBe(plain(text));
      }),
      cases(500, 4),
    );
  });
});
