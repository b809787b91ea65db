import { excerpt, type Issue } from '../issue.ts';
import type { RowReading } from '../row/row-reading.ts';

/** Hosts of this computer or of a private network. */
const PRIVATE =
  /^(?:localhost|(?:[^/]*\.)?(?:localhost|local|lan|home|internal|intranet|corp|private|test|localdomain)|127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+|intranet\.[^/]+|\[(?:::1|f[cd][^\]]*|fe80[^\]]*)\])$/iu;

/** Addresses of albums, viewers and pages, without `https://www.`. */
const PAGES: readonly RegExp[] = [
  /^(?:photos\.app\.goo\.gl|goo\.gl\/photos|photos\.google\.com|drive\.google\.com\/(?:file|drive|open)|docs\.google\.com)/u,
  /^(?:1drv\.ms|onedrive\.live\.com\/(?!download)|[a-z0-9-]+\.sharepoint\.com\/:)/u,
  /^(?:icloud\.com|share\.icloud\.com|icloud\.com\/(?:photos|sharedalbum|iclouddrive))\//u,
  /^(?:we\.tl|wetransfer\.com|box\.com\/s|app\.box\.com|[a-z0-9-]+\.box\.com\/s|mega\.nz|mediafire\.com\/file|pcloud\.(?:link|com)|my\.pcloud\.com|disk\.yandex\.[a-z]+|cloud\.mail\.ru|terabox\.com|swisstransfer\.com|smash\.to|transfernow\.net|sendspace\.com|magentacloud\.de)(?:\/|$)/u,
  /^(?:imgur\.com\/(?:a|gallery|t)\/|imgur\.com\/[a-z0-9]+$|ibb\.co\/|postimg\.cc\/|flickr\.com\/|flic\.kr\/|(?:[a-z0-9-]+\.)?smugmug\.com|500px\.com\/)/iu,
  /^(?:instagram\.com|facebook\.com|fb\.watch|x\.com|twitter\.com|tiktok\.com|linkedin\.com|pinterest\.[a-z.]+|pin\.it|reddit\.com|loom\.com\/share|vimeo\.com|youtube\.com|youtu\.be|dailymotion\.com\/video|streamable\.com)(?:\/|$)/u,
  /^(?:unsplash\.com\/photos|pexels\.com\/(?:[a-z-]+\/)?(?:photo|video)|pixabay\.com\/(?:[a-z]{2}\/)?(?:photos|videos|illustrations)|shutterstock\.com|istockphoto\.com|gettyimages\.[a-z.]+|stock\.adobe\.com|freepik\.com|canva\.com|figma\.com|notion\.so|[a-z0-9-]+\.notion\.site|giphy\.com\/gifs|prnt\.sc|gyazo\.com|behance\.net|threads\.net|vk\.com|weibo\.com|pan\.baidu\.com|amazon\.[a-z.]+\/photos|photos\.onedrive\.com|adobe\.ly|lightroom\.adobe\.com|soundcloud\.com|open\.spotify\.com|anchor\.fm)(?:\/|$)/u,
  /^(?:github\.com\/[^/]+\/[^/]+\/blob|gitlab\.com\/.+\/-\/blob|commons\.wikimedia\.org\/wiki|[a-z]+\.wikipedia\.org\/wiki|google\.[a-z.]+\/(?:imgres|search|url|maps)|bing\.com\/images|app\.heygen\.com)/u,
];
const DROPBOX_PAGE = /^(?:[a-z]+\.)?dropbox\.com\/(?!.*[?&](?:dl|raw)=1)/u;

/** An album by its path, on whatever site; a page by its ending; and a site's front page. */
const PAGE_PATH =
  /^[^/]+\/(?:[^?#]*\/)?(?:albums?|gallery|galleries|galerie|sharedalbum)(?:\/[^/.?#]*)?\/?(?:[?#]|$)|\.(?:html?|xhtml|aspx?|jsp)(?:[?#]|$)|^[^/?#]+\/?$/iu;

const WHERE = ['image', 'background', 'audio_url', 'references'] as const;

/** Warns of addresses that HeyGen cannot read, as far as their form tells. Nothing is fetched. */
export function addresses(reading: RowReading, variables: readonly (readonly [string, string])[]): Issue[] {
  const issues: Issue[] = [];
  for (const [column, url] of [...addressesOf(reading), ...variables]) {
    const found = fault(url);
    if (found === null) continue;
    const [code, what] = found;
    const message = `The ${column === 'script' ? 'scene' : excerpt(column)} ${excerpt(url)} ${what} Upload the file in the sidebar, or write an address at which anybody gets the file itself.`;
    issues.push({ code, column, message });
  }
  return issues;
}

function addressesOf({ fields, scenes }: RowReading): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const { image, background, audio_url, references = [] } = fields;
  const [ofImage, ofBackground, ofSound, ofReferences] = WHERE;
  if (image?.type === 'url') found.push([ofImage, image.url]);
  if (background?.kind === 'image') found.push([ofBackground, background.url]);
  if (audio_url !== undefined) found.push([ofSound, audio_url]);
  for (const file of references) if (file.type === 'url') found.push([ofReferences, file.url]);
  for (const { options } of scenes) {
    for (const { value } of options) {
      const [url] = /https?:\/\/\S+/iu.exec(value) ?? [];
      if (url !== undefined) found.push(['script', url]);
    }
  }
  return found;
}

function fault(url: string): readonly ['address_private' | 'address_page', string] | null {
  const address = /^https?:\/\/(?:[^/?#@]*@)?((\[[^\]]*\]|[^/?#:]*)(?::\d+)?.*)$/isu.exec(url.trim());
  if (address === null) return null;
  const [, rest = '', host = ''] = address;
  if (PRIVATE.test(host) || !/[.\]]/u.test(host)) {
    return ['address_private', 'is on this computer or in a private network, where HeyGen cannot read it.'];
  }
  const folded = rest.replace(/^[^/?#]*/u, (name) => name.toLowerCase()).replace(/^(?:www|m)\./u, '');
  const isPage =
    PAGES.some((pattern) => pattern.test(folded)) || DROPBOX_PAGE.test(folded) || PAGE_PATH.test(folded);
  return isPage
    ? [
        'address_page',
        'opens a page, an album or a share link instead of the file, so HeyGen cannot read it.',
      ]
    : null;
}
