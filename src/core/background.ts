import { excerpt, type Issue, type IssueCode, listed } from './issue.ts';
import { failure, type Result, success } from './result.ts';
import { addressFault } from './web-address.ts';

/** What stands behind the speaker. `transparent` is a property of the file, not a picture. */
export type Background =
  | { readonly kind: 'color'; readonly value: string }
  | { readonly kind: 'image'; readonly url: string }
  | { readonly kind: 'asset'; readonly assetId: string }
  | { readonly kind: 'transparent' };

/** CSS's sixteen basic colour keywords (CSS Color 4, section 6.1). */
const COLOR_NAMES: ReadonlyMap<string, string> = new Map([
  ['black', '#000000'],
  ['silver', '#c0c0c0'],
  ['gray', '#808080'],
  ['white', '#ffffff'],
  ['maroon', '#800000'],
  ['red', '#ff0000'],
  ['purple', '#800080'],
  ['fuchsia', '#ff00ff'],
  ['green', '#008000'],
  ['lime', '#00ff00'],
  ['olive', '#808000'],
  ['yellow', '#ffff00'],
  ['navy', '#000080'],
  ['blue', '#0000ff'],
  ['teal', '#008080'],
  ['aqua', '#00ffff'],
]);

const IMAGE_EXTENSIONS = ['jpg', 'jpeg', 'png', 'webp'];
/**
 * Reads a background as a person writes it: `#RGB`, `#RRGGBB`, a basic colour name, an https image
 * URL, `asset:<id>` or `transparent`. Case of the words does not matter, nor do spaces around.
 */
export function readBackground(written: string): Result<Background, Issue> {
  const text = written.trim();
  const word = text.toLowerCase();
  if (word === 'transparent') return success({ kind: 'transparent' });
  const named = COLOR_NAMES.get(word);
  if (named !== undefined) return success({ kind: 'color', value: named });
  if (/^#[0-9a-f]{6}$/iu.test(text)) return success({ kind: 'color', value: text });
  if (/^#[0-9a-f]{3}$/iu.test(text)) {
    return success({ kind: 'color', value: text.replace(/[0-9a-f]/giu, '$&$&') });
  }
  if (word.startsWith('asset:')) return readAsset(text.slice('asset:'.length).trim());
  if (word.startsWith('https://')) return readImageUrl(text);
  if (word.startsWith('http://')) {
    return refuse(
      'background_insecure',
      `The background ${excerpt(text)} begins with http://, and HeyGen fetches only https:// addresses. Put the picture at an https:// address.`,
    );
  }
  return refuse(
    'background_unknown',
    `The background "${excerpt(text)}" is not understood. Write a colour (#1a2b3c or ${listed([...COLOR_NAMES.keys()], 'or')}), an https:// image address, asset:<id>, or transparent.`,
  );
}

function readAsset(assetId: string): Result<Background, Issue> {
  if (/^[\w.-]{1,200}$/u.test(assetId)) return success({ kind: 'asset', assetId });
  return refuse(
    'background_malformed',
    `The background "asset:${excerpt(assetId)}" holds no usable asset id. Write asset: and the id that HeyGen gave the upload, without spaces.`,
  );
}

function readImageUrl(url: string): Result<Background, Issue> {
  const fault = addressFault(url, IMAGE_EXTENSIONS);
  switch (fault?.kind) {
    case undefined:
      return success({ kind: 'image', url });
    case 'space':
      return refuse(
        'background_malformed',
        `The background address ${excerpt(url)} has a space in it. Write %20 for each space, or rename the file.`,
      );
    case 'malformed':
      return refuse(
        'background_malformed',
        `The background address ${excerpt(url)} is not a usable web address. Copy the picture's own address, such as https://example.com/office.jpg.`,
      );
    case 'ending':
      return refuse(
        'background_not_image',
        `The background address ${excerpt(url)} ends in .${fault?.ending}. A background must be a picture: ${listed(IMAGE_EXTENSIONS, 'or')}.`,
      );
  }
}

function refuse(code: IssueCode, message: string): Result<Background, Issue> {
  return failure({ code, column: 'background', message });
}
