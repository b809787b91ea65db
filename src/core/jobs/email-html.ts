import { validUntil } from '../heygen/valid-until.ts';
import { urlCell } from '../sheet/cell-text.ts';
import type { Job } from './job.ts';

/**
 * Outlook takes the width from the attribute and ignores `max-width`. Narrower windows take it from the style. An
 * upright video is nearly twice as high as this.
 */
const WIDTH = 400;

/** Longer addresses break in mail programs, and three of them must fit into a cell. */
const MOST_ADDRESS = 2_000;

const TABLE = `<table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:${WIDTH}px;border-collapse:collapse">`;
const PICTURE_STYLE = `display:block;width:100%;max-width:${WIDTH}px;height:auto;border:0`;
const FONT = 'font-family:Arial,Helvetica,sans-serif';
const BUTTON = `display:block;padding:12px 16px;${FONT};font-size:16px;font-weight:bold;color:#ffffff;text-decoration:none`;
const SMALL = `padding:8px 0;${FONT};font-size:12px;color:#5f6368;word-break:break-all`;

/**
 * The video as a piece of an e-mail: the picture, a play button below it and the plain address, each leading to the
 * video. It is a table with inline styles, because Outlook lays out nothing else, and the play sign is a text, because
 * Outlook drops whatever lies over a picture. One line of ASCII: no mail merge tool breaks it or takes words in it for
 * a merge field of its own. '' while there is no video to lead to.
 */
export function emailHtml(job: Job): string {
  if (job.status !== 'Done') return '';
  const page = address(job.video_page);
  const target = page || address(job.video_url);
  if (target === '') return '';
  // The moving picture does not expire. A mail is often opened later than the thumbnail lives.
  const picture = address(job.gif_url) || address(job.thumbnail);
  const until = page === '' ? validUntil(job.video_url) : '';
  const says = job.says === '' ? '' : `: ${job.says}`;
  const link = `<a href="${asHtml(target)}" target="_blank" style=`;
  const rows = [
    ...(picture === ''
      ? []
      : [
          `<td>${link}"text-decoration:none"><img src="${asHtml(picture)}" width="${WIDTH}" border="0" alt="${asHtml(`▶ Play the video${says}`)}" style="${PICTURE_STYLE}"></a></td>`,
        ]),
    `<td align="center" bgcolor="#1f2937">${link}"${BUTTON}">${asHtml(`▶ Watch the video${lengthOf(job)}`)}</a></td>`,
    `<td style="${SMALL}">No picture? Open ${link}"color:#5f6368">${asHtml(target)}</a>${until === '' ? '' : ` The link works until ${asHtml(until)}.`}</td>`,
  ];
  return `${TABLE}${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
}

/** '' for an address that may not stand in a mail. */
function address(url: string): string {
  return url.length > MOST_ADDRESS ? '' : urlCell(url);
}

function lengthOf({ seconds }: Job): string {
  if (seconds === null || seconds <= 0) return '';
  const whole = Math.round(seconds);
  return ` (${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')})`;
}

/** All but what stands for itself in HTML and means nothing to any mail merge tool. */
const NOT_PLAIN = /[^A-Za-z0-9 .,:;!?/()=%~+@#_-]/gu;

/** Any text as ASCII for an element or an attribute in double quotes. */
export function asHtml(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .replace(NOT_PLAIN, (sign) => `&#${sign.codePointAt(0)};`);
}
