import { headerKey } from '../columns/columns.ts';
import { counted } from '../count-words.ts';
import { groupsOf } from '../groups.ts';
import type { VideoRequest } from '../heygen/video-request.ts';
import { excerpt, type Issue } from '../issue.ts';
import { spokenTexts } from '../request/spoken-texts.ts';
import { isBlank } from '../sheet/display-value.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';

/** A row of a run, such as a `ReadyRow`. */
export interface RunRow {
  /** Its number in the table. */
  readonly row: number;
  readonly request: VideoRequest;
}

/** A warning that only several rows together show. */
export interface OddRow {
  /** The row to look at: of a pair the later one. */
  readonly row: number;
  readonly issue: Issue;
}

/** Below this many rows nobody can say what is usual. */
const FEWEST_TO_COMPARE = 5;

/** A script is long when it has so many times the characters of the middle one, and so many more. */
const LONG_FACTOR = 3;
const LONG_EXTRA = 150;

/** Above this share, long scripts are a second kind of row and not a mistake. */
const MOST_LONG = 0.1;

/**
 * Warnings across the rows of a run: the same recipient twice, the same words twice, and a script three times as long as
 * the others. Each row gets at most one warning of each kind. The order is that of the rows. Pure, and linear in the
 * number of rows.
 */
export function oddRows(table: Table, rows: readonly RunRow[]): readonly OddRow[] {
  const byNumber = new Map(table.rows.map((row) => [row.number, row]));
  const read = rows.flatMap((each): ReadRow[] => {
    const row = byNumber.get(each.row);
    if (row === undefined) return [];
    return [{ number: each.row, row, request: each.request, words: spokenTexts(each.request).join('\n') }];
  });
  const found = [...sameRecipients(table, read), ...sameWords(table, read), ...longScripts(read)];
  return found.sort((one, other) => one.row - other.row);
}

interface ReadRow {
  readonly number: number;
  readonly row: Row;
  readonly request: VideoRequest;
  /** '' when nothing is spoken. */
  readonly words: string;
}

const MAIL =
  /e?mail|correo|courriel|epost|почт|メール|邮箱|邮件|郵件|이메일|البريد|इमेल|ईमेल|อีเมล|ηλεκτρονικηδιευθυνση/u;
const RECIPIENT =
  /^(?:(?:work|business|private|contact|customer|recipient|lead)?e?mail(?:address|adresse|id)?|correo(?:electronico)?|courriel|epost|(?:mobile|cell|phone|telephone)(?:phone|number)?|telefon(?:nummer|o)?|handy(?:nummer)?|whatsapp(?:number)?|customer(?:id|number|no)|contactid|recipientid|memberid|kundennummer)$/u;

function sameRecipients(table: Table, rows: readonly ReadRow[]): OddRow[] {
  const found = new Map<number, OddRow>();
  table.headers.forEach((header, index) => {
    const key = headerKey(header)
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '');
    if (!RECIPIENT.test(key) && !MAIL.test(key)) return;
    if (/\b(?:sent|date|status|html|subject|body|opt)/iu.test(header)) return;
    const groups = groupsOf(rows, ({ row }) => recipientKey(cellOf(row, index)));
    for (const group of groups.values()) {
      const [first, ...others] = group;
      for (const other of others) {
        if (first === undefined || found.has(other.number)) continue;
        const message = `Row ${first.number} has the same ${excerpt(header)} “${excerpt(cellOf(other.row, index))}”. If both rows are the same person, clear one of them.`;
        found.set(other.number, {
          row: other.number,
          issue: { code: 'recipient_repeated', column: header, message },
        });
      }
    }
  });
  return [...found.values()];
}

/** Null for cells that name nobody. One mailbox has several addresses: with a tag behind a plus, at Google with points. */
function recipientKey(cell: string): string | null {
  const written = cell.normalize('NFKC').toLowerCase();
  const key = (/<([^<>]+@[^<>]+)>/u.exec(written)?.[1] ?? written).replace(/^\s*mailto:|\s+/gu, '');
  if (isBlank(key) || key.length < 4 || /^(?:n\/?a|none|null|unknown|nan)$/u.test(key)) return null;
  const [, box = '', host = ''] = /^([^@+]+)(?:\+[^@]*)?@([^@]+)$/u.exec(key) ?? [];
  if (box === '') return key;
  return /^(?:gmail|googlemail)\.com$/u.test(host)
    ? `${box.replace(/\./gu, '')}@gmail.com`
    : `${box}@${host}`;
}

/**
 * Two rows may well say the same: two people are called Anna. So the same words are odd only where the whole row is the
 * same, or where each row has a text of its own and one of them was pasted twice.
 */
function sameWords(table: Table, rows: readonly ReadRow[]): OddRow[] {
  const script = table.columnOf('script');
  const own = ownColumns(table);
  const found: OddRow[] = [];
  const groups = groupsOf(rows, ({ request, words }) => (words === '' ? null : askedFor(request)));
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const [first] = group;
    const text = first === undefined ? '' : cellOf(first.row, script);
    // A text that most rows have was filled down on purpose.
    const isOwnText = !isBlank(text) && !text.includes('<<') && group.length * 2 <= rows.length;
    const alike = groupsOf(group, ({ row }) =>
      isOwnText ? 'the text' : JSON.stringify(own.map((index) => cellOf(row, index).trim())),
    );
    for (const [earliest, ...others] of alike.values()) {
      for (const { number } of others) {
        const message = isOwnText
          ? `Row ${earliest?.number} says the same words: “${excerpt(text)}”. If one of them was pasted by mistake, change it.`
          : `Row ${earliest?.number} is the same row and says the same words. If one of them is a copy, clear it.`;
        found.push({ row: number, issue: { code: 'words_repeated', column: 'script', message } });
      }
    }
  }
  return found;
}

/** The request without its title, which may count the rows. */
function askedFor(request: VideoRequest): string {
  const { title: _title, ...asked } = request;
  return JSON.stringify(asked);
}

/** The columns that are not Reelmerge's output. */
function ownColumns(table: Table): readonly number[] {
  return table.headers.flatMap((header, index) =>
    table.fieldOf(header).kind === 'column' && !table.extras.some((extra) => extra.index === index)
      ? [index]
      : [],
  );
}

function longScripts(rows: readonly ReadRow[]): OddRow[] {
  const spoken = rows.filter(({ words }) => words !== '');
  if (spoken.length < FEWEST_TO_COMPARE) return [];
  const lengths = spoken.map(({ words }) => words.length).sort((one, other) => one - other);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const long = spoken.filter(
    ({ words }) => words.length >= middle * LONG_FACTOR && words.length >= middle + LONG_EXTRA,
  );
  if (long.length > Math.max(1, spoken.length * MOST_LONG)) return [];
  return long.map(({ number, words }) => ({
    row: number,
    issue: {
      code: 'script_long',
      column: 'script',
      message: `The script has ${counted(words.length, 'character')}, and the others about ${middle}. A longer video costs more. If that is not meant, shorten it.`,
    },
  }));
}
