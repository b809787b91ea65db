import { seededBetween } from '../seeded.ts';
import { escapeMarkup, initialsOf, wrapWords } from './markup.ts';

export interface PortraitSubject {
  /** It chooses the colours, so the same id always looks the same. */
  readonly id: string;
  readonly name: string;
  readonly gender: string;
}

const SKINS = ['#f3d3bd', '#e2b48f', '#c68e63', '#9a6641', '#6f4529'] as const;
const HAIRS = ['#2b2320', '#5a3a22', '#a8743a', '#3d3d45', '#7a2f1d'] as const;

/** A head and shoulders, drawn into a box of 200 × 200 with the origin at its corner. */
export function bust({ id, gender }: PortraitSubject, mouth: string): string {
  const skin = SKINS[seededBetween(0, SKINS.length - 1, 'skin', id)] ?? SKINS[0];
  const hair = HAIRS[seededBetween(0, HAIRS.length - 1, 'hair', id)] ?? HAIRS[0];
  const cloth = `hsl(${seededBetween(0, 359, 'cloth', id)} 35% 45%)`;
  const long = gender === 'female';
  return [
    `<path d="M30 200c0-42 32-58 70-58s70 16 70 58v60H30z" fill="${cloth}"/>`,
    long ? `<path d="M56 92c0-62 88-62 88 0v58H56z" fill="${hair}"/>` : '',
    `<rect x="86" y="118" width="28" height="34" rx="12" fill="${skin}"/>`,
    `<ellipse cx="100" cy="92" rx="36" ry="43" fill="${skin}"/>`,
    `<path d="M63 86c-2-56 76-56 74 0-10-20-24-26-37-26s-27 6-37 26z" fill="${hair}"/>`,
    '<g fill="#2b2320"><circle cx="87" cy="92" r="3.6"/><circle cx="113" cy="92" r="3.6"/></g>',
    mouth,
  ].join('');
}

/** A closed, smiling mouth, for a still picture. */
export const STILL_MOUTH =
  '<path d="M88 114q12 10 24 0" fill="none" stroke="#8a3b32" stroke-width="3" stroke-linecap="round"/>';

/** A mouth that speaks. SVG's own animation also moves inside an `<img>`. */
export const TALKING_MOUTH =
  '<ellipse cx="100" cy="116" rx="10" ry="4" fill="#8a3b32"><animate attributeName="ry" values="2;7;3;8;2;5;2" dur="0.9s" repeatCount="indefinite"/></ellipse>';

export function backdrop(id: string): { readonly from: string; readonly to: string } {
  const hue = seededBetween(0, 359, 'backdrop', id);
  return { from: `hsl(${hue} 60% 90%)`, to: `hsl(${(hue + 40) % 360} 45% 72%)` };
}

/** A whole picture: backdrop, bust in the middle, and `over` on top. */
export function picture(
  subject: PortraitSubject,
  size: { readonly width: number; readonly height: number },
  mouth: string,
  over = '',
): string {
  const { width, height } = size;
  // In a tall picture the head is in the upper half, as a photographer would place it.
  const tall = height > width;
  const side = tall ? width * 1.6 : height * 0.86;
  const top = tall ? height * -0.05 : height - side;
  const { from, to } = backdrop(subject.id);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif">`,
    `<title>${escapeMarkup(subject.name)}</title>`,
    `<defs><linearGradient id="b" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>`,
    `<rect width="${width}" height="${height}" fill="url(#b)"/>`,
    `<g transform="translate(${(width - side) / 2} ${top}) scale(${side / 200})">${bust(subject, mouth)}</g>`,
    over,
    '</svg>',
  ].join('');
}

const SIZES: Readonly<Record<string, { width: number; height: number }>> = {
  landscape: { width: 480, height: 270 },
  portrait: { width: 270, height: 480 },
  square: { width: 320, height: 320 },
};

/** The preview of a look: its bust with its initials in a corner. */
export function lookPicture(subject: PortraitSubject, orientation: string): string {
  const size = SIZES[orientation] ?? { width: 480, height: 270 };
  const badge = `<g><circle cx="30" cy="30" r="18" fill="#ffffffcc"/><text x="30" y="35" font-size="14" font-weight="600" text-anchor="middle" fill="#333">${escapeMarkup(initialsOf(subject.name))}</text></g>`;
  return picture(subject, size, STILL_MOUTH, badge);
}

/** A video's poster: the speaker, the title in two lines, and a triangle that says "play". */
export function posterPicture(subject: PortraitSubject, title: string, moving: boolean): string {
  const [first = '', second = ''] = wrapWords(title, 44);
  const text = (line: string, y: number): string =>
    `<text x="24" y="${y}" font-size="18" fill="#fff">${escapeMarkup(line)}</text>`;
  const over = [
    '<rect y="206" width="480" height="64" fill="#00000099"/>',
    text(first, second === '' ? 245 : 233),
    second === '' ? '' : text(second, 257),
    moving
      ? ''
      : '<circle cx="240" cy="120" r="30" fill="#ffffffd9"/><path d="M231 104l26 16-26 16z" fill="#333"/>',
  ].join('');
  return picture(subject, { width: 480, height: 270 }, moving ? TALKING_MOUTH : STILL_MOUTH, over);
}
