import { dollars, duration } from '../../core/amount-words.ts';
import type { SpokenPart } from '../../core/hear/spoken-part.ts';
import { priceOfHearing } from '../../core/request/price.ts';
import { OPEN_YOUR_SHEET, setKeyFirst } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { hearRow, saidIn } from './hear-row.ts';

/** A dialog grows with its text, up to the height of the window. */
const LONGEST_WORDS = 600;

const NOT_WANTED = 'Nothing was sent and nothing was paid.';

/**
 * The menu's way to hear the row with the cursor: its words and the price, and then where they can be heard. Where they
 * cannot, a sample is offered. Returns the sentence to show, or `sample` when the row is selected to be rendered as one.
 */
export function hearInDialogs(platform: Platform): string | { readonly kind: 'sample' } {
  const { dialogs, settings, spreadsheet } = platform;
  if (settings.apiKey() === null) return setKeyFirst('hear the row');
  const tab = spreadsheet.activeTab();
  const row = spreadsheet.cursor()?.row() ?? 1;
  if (tab === null || row === 1) return `${OPEN_YOUR_SHEET} Then put the cursor in the row to hear.`;
  const orSample = (why: string): string | { readonly kind: 'sample' } => {
    const question = `${why}\n\nRender row ${row} as a sample instead? You see the price of its video first.`;
    if (!dialogs.ask(`Row ${row} cannot be heard`, question)) return NOT_WANTED;
    spreadsheet.selectRows(tab.id, [row]);
    return { kind: 'sample' };
  };
  const said = saidIn(platform, tab, row);
  if (!said.ok) return said.failure;
  const { hearing, parts, seconds } = said.value;
  if (!parts.ok) return orSample(parts.failure);
  const prices = settings.prices();
  const { print = '', unheard = 0 } = hearing ?? {};
  const cost =
    unheard === 0
      ? 'These words were heard before. To hear them again costs nothing.'
      : `HeyGen charges ${dollars(priceOfHearing(unheard, prices))} for these words, about ${duration(unheard)}. No video is made.`;
  if (!dialogs.ask(`Hear row ${row}?`, `${quoted(parts.value)}\n\n${cost}`)) return NOT_WANTED;
  let heard = hearRow(platform, tab, row, print, 'no');
  if (heard.ok && heard.value.kind === 'paid') {
    const once = dollars(priceOfHearing(seconds ?? 0, prices));
    if (!dialogs.ask('Ask once more?', `${heard.value.message}\n\nIt costs up to ${once}.`)) return NOT_ASKED;
    heard = hearRow(platform, tab, row, print, 'unheard');
  }
  if (!heard.ok) return heard.failure;
  const { value } = heard;
  if (value.kind === 'heard') return whereHeard(row, value.urls, value.seconds);
  return value.kind === 'paid' ? value.message : orSample(value.message);
}

const NOT_ASKED = 'HeyGen was not asked again.';

function quoted(parts: readonly SpokenPart[]): string {
  const words = [...parts.map(({ text }) => `“${text}”`).join('\n')];
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS).join('')}…` : words.join('');
}

function whereHeard(row: number, urls: readonly string[], seconds: number | null): string {
  const length = seconds === null ? '' : ` They take ${duration(seconds)}.`;
  return [
    `The words of row ${row} are spoken.${length} Copy the address into a new tab to listen:`,
    ...urls,
    'Or open the sidebar: its Script tab plays them, and they are paid already.',
  ].join('\n\n');
}
