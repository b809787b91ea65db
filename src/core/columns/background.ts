import { excerpt, type Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import { readAsset } from './asset.ts';

/** What is behind the speaker. `transparent` is a property of the video file, not a picture. */
export type Background =
  | { readonly kind: 'color'; readonly value: string }
  | { readonly kind: 'image'; readonly url: string }
  | { readonly kind: 'asset'; readonly assetId: string }
  | { readonly kind: 'transparent' };

/** The CSS colour names (CSS Color 4, section 6.1) that people use for backgrounds, with their values. */
const COLORS: ReadonlyMap<string, string> = new Map(
  (
    'black 000000, silver c0c0c0, gray 808080, grey 808080, white ffffff, maroon 800000, red ff0000, ' +
    'purple 800080, fuchsia ff00ff, green 008000, lime 00ff00, olive 808000, yellow ffff00, navy 000080, ' +
    'blue 0000ff, teal 008080, aqua 00ffff, orange ffa500, pink ffc0cb, brown a52a2a, beige f5f5dc, ' +
    'gold ffd700, cyan 00ffff, magenta ff00ff, violet ee82ee, indigo 4b0082, turquoise 40e0d0, ' +
    'ivory fffff0, coral ff7f50, crimson dc143c, salmon fa8072, khaki f0e68c, lavender e6e6fa, ' +
    'plum dda0dd, orchid da70d6, tan d2b48c, chocolate d2691e, tomato ff6347, azure f0ffff, snow fffafa, ' +
    'linen faf0e6, sienna a0522d, whitesmoke f5f5f5, lightgray d3d3d3, lightgrey d3d3d3, ' +
    'darkgray a9a9a9, darkgrey a9a9a9, slategray 708090, slategrey 708090, lightblue add8e6, ' +
    'skyblue 87ceeb, steelblue 4682b4, royalblue 4169e1, darkblue 00008b, midnightblue 191970, ' +
    'lightgreen 90ee90, darkgreen 006400, forestgreen 228b22, seagreen 2e8b57, darkred 8b0000, ' +
    'darkorange ff8c00, lightyellow ffffe0, lightpink ffb6c1, hotpink ff69b4'
  )
    .split(', ')
    .map((color) => [color.slice(0, -7), `#${color.slice(-6)}`]),
);
export const COLOR_NAMES: readonly string[] = [...COLORS.keys()];

/**
 * Reads a background as users write it: `#RGB`, `#RRGGBB`, a colour name, an https image URL, `asset:<id>` or
 * `transparent`. Case and spaces make no difference.
 */
export function readBackground(written: string): Result<Background, Issue> {
  const text = written.trim();
  const word = text.toLowerCase();
  if (word === 'transparent') return success({ kind: 'transparent' });
  const named = COLORS.get(word.replace(/[\s_-]+/gu, ''));
  if (named !== undefined) return success({ kind: 'color', value: named });
  if (/^#[0-9a-f]{6}$/iu.test(text)) return success({ kind: 'color', value: text });
  if (/^#[0-9a-f]{3}$/iu.test(text)) {
    return success({ kind: 'color', value: text.replace(/[0-9a-f]/giu, '$&$&') });
  }
  if (/^(?:asset:|https?:\/\/)/u.test(word)) {
    const file = readAsset('background', text, 'image');
    if (!file.ok) return file;
    if (file.value.type === 'url') return success({ kind: 'image', url: file.value.url });
    if (file.value.type === 'asset_id') return success({ kind: 'asset', assetId: file.value.asset_id });
  }
  return failure({
    code: 'background_unknown',
    column: 'background',
    message: `The background "${excerpt(text)}" is not understood. Write a colour (#1a2b3c, or a name such as navy, orange or light blue), an https:// image address, asset:<id>, or transparent.`,
  });
}
