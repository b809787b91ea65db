import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runMail } from '../../../src/core/jobs/run-mail.ts';
import { pastRuns } from '../../../src/core/jobs/runs.ts';
import { PUBLISHED_PRICES } from '../../../src/core/request/published-prices.ts';
import { cases } from '../../cases.ts';
import { job, START } from './jobs.ts';

const PLACE = {
  when: '2026-11-01 09:00',
  sheet: 'Outreach',
  file: 'Customers',
  address: 'https://docs.google.com/spreadsheets/d/1/edit',
};

/** The mail about a run in which one video is done and the others failed with these sentences. */
function mailOf(problems: readonly string[], place = PLACE) {
  const failed = problems.map((problem, at) =>
    job({ id: `run-1-${at + 2}`, status: 'Failed', problem, askedAt: START }),
  );
  const [run] = pastRuns([job({ id: 'run-1-1', status: 'Done', seconds: 8 }), ...failed], PUBLISHED_PRICES);
  if (run === undefined) throw new Error('There is a run.');
  return runMail(run, place);
}

it('failures are told by their reason, the most frequent first, and no more than eight of them', () => {
  const { subject, text } = mailOf(['No voice.', 'No look.', 'No look.', '']);
  expect(subject).toBe('1 video done, 4 failed in “Customers”');
  expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    '- 2 videos: No look.',
    '- 1 video: No voice.',
    '- 1 video: no reason was given',
  ]);
  const many = mailOf(Array.from({ length: 11 }, (_, at) => `Reason ${at}.`)).text;
  expect(many.match(/^- 1 video:/gm)).toHaveLength(8);
  expect(many).toContain('- and 3 more reasons');
});

it('a sentence of any length and with any signs is one line of the text and text in the HTML', () => {
  const word = fc.string({ unit: 'binary', maxLength: 400 });
  const planted = fc.tuple(
    word,
    fc.constantFrom('<a href=x>', '\r\nBcc: all@b.example', '</p>', '"&<!--'),
    word,
  );
  fc.assert(
    fc.property(planted, planted, (problem, sheet) => {
      const { subject, text, html } = mailOf([problem.join('')], {
        ...PLACE,
        sheet: sheet.join(''),
        file: sheet.join(''),
      });
      expect(subject).not.toMatch(/\p{Cc}/u);
      expect(text.split('\n')).toHaveLength(mailOf(['plain']).text.split('\n').length);
      const tags = html.match(/<[^>]*>/g) ?? [];
      expect(tags).toEqual(mailOf(['plain']).html.match(/<[^>]*>/g));
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(900);
    }),
    cases(200, 11),
  );
});
