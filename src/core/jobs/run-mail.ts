import { counted } from '../count-words.ts';
import { groupsOf } from '../groups.ts';
import { asHtml } from './email-html.ts';
import { endedWords, readableTime } from './ended-run.ts';
import type { PastRun } from './runs.ts';

/** Where a run was started. The names are the user's own words. */
export interface RunPlace {
  /** In the spreadsheet's time zone. */
  readonly when: string;
  readonly sheet: string;
  readonly file: string;
  readonly address: string;
}

/** Nobody reads more reasons than these in a mail. */
const MOST_REASONS = 8;

/** Sentences of HeyGen's may be of any length. */
const MOST_SIGNS = 300;

const WHY =
  'You get this mail because “Mail me when a run is finished” is on in the settings of the sheet, and you pressed Render.';

/**
 * The mail about the end of a run. Names of sheets and what HeyGen says of failures are strangers' words: each is one
 * line in the text, and text in the HTML.
 */
export function runMail(
  run: PastRun,
  { when, sheet, file, address }: RunPlace,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const words = endedWords(run);
  const reasons = failuresByReason(run);
  const first = `Run of ${readableTime(when)} on the sheet “${line(sheet)}”: ${words}.`;
  const after = run.compared === '' ? [] : [run.compared];
  const textLines = [
    first,
    ...(reasons.length === 0
      ? []
      : ['', 'Why videos failed:', ...reasons.map((reason) => `- ${reason}`), '']),
    ...after,
    '',
    `Open the spreadsheet: ${address}`,
    '',
    WHY,
  ];
  const paragraphs = [
    paragraph(first),
    ...(reasons.length === 0
      ? []
      : [
          paragraph('Why videos failed:'),
          `<ul>${reasons.map((each) => `<li>${asHtml(each)}</li>`).join('')}</ul>`,
        ]),
    ...after.map(paragraph),
    `<p><a href="${asHtml(address)}">Open the spreadsheet</a></p>`,
    paragraph(WHY),
  ];
  return {
    subject: `${words} in “${line(file)}”`,
    text: textLines.join('\n'),
    html: paragraphs.join(''),
  };
}

function failuresByReason({ jobs }: PastRun): string[] {
  const failed = jobs.filter(({ status }) => status === 'Failed');
  const groups = [...groupsOf(failed, ({ problem }) => line(problem))].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const more = groups.length - MOST_REASONS;
  return [
    ...groups
      .slice(0, MOST_REASONS)
      .map(([reason, members]) => `${counted(members.length, 'video')}: ${reason || 'no reason was given'}`),
    ...(more > 0 ? [`and ${counted(more, 'more reason')}`] : []),
  ];
}

/** One line without signs that a mail program would act on. */
function line(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim();
  const signs = [...plain];
  return signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS).join('')}…` : plain;
}

function paragraph(text: string): string {
  return `<p>${asHtml(text)}</p>`;
}
