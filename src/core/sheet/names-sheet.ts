import { headerKey } from '../columns/columns.ts';
import { readIdentifier } from '../columns/identifier.ts';
import { excerpt } from '../issue.ts';
import { readLanguage } from '../speech/language-name.ts';
import { type Correction, type Corrections, NAMES_SHEET, NO_CORRECTIONS } from './corrections.ts';
import { isBlank, unusable } from './display-value.ts';

export const NAMES_HEADERS = ['value', 'say', 'language', 'voice'] as const;

export type NamesHeader = (typeof NAMES_HEADERS)[number];

/** What is kept of the sheet has room for no more: document properties end at 500 KB, and a character takes up to three. */
const MOST_CHARACTERS = 100_000;

/** Reads what the sheet shows. A line without a value says nothing. */
export function readNames(displayed: readonly (readonly string[])[]): Corrections {
  const columns = namesColumns(displayed);
  if (columns === null) return NO_CORRECTIONS;
  const missing = columns.value < 0 ? 'value' : columns.say < 0 ? 'say' : '';
  if (missing !== '') {
    return unread(
      `The first row of the sheet “${NAMES_SHEET}” has no column “${missing}”. Write value, say, language and voice there, or give the sheet another name.`,
    );
  }
  const list = displayed
    .slice(1)
    .map((cells, at) => readLine(cells, columns, at + 2))
    .filter(({ value }) => value !== '');
  const corrections = { list, issue: '' };
  return JSON.stringify(keepable(corrections)).length > MOST_CHARACTERS
    ? unread(
        `The sheet “${NAMES_SHEET}” has ${list.length} rows, which is more than Reelmerge can remember. Remove those that nobody needs.`,
      )
    : corrections;
}

function unread(issue: string): Corrections {
  return { list: [], issue };
}

/** The 0-based columns of the sheet, -1 for one that it lacks. Null when nothing stands in it. */
export function namesColumns(
  displayed: readonly (readonly string[])[],
): Readonly<Record<NamesHeader, number>> | null {
  if (displayed.every((cells) => cells.every(isBlank))) return null;
  const [headers = []] = displayed;
  const columnOf = (name: NamesHeader): number => headers.findIndex((header) => headerKey(header) === name);
  return {
    value: columnOf('value'),
    say: columnOf('say'),
    language: columnOf('language'),
    voice: columnOf('voice'),
  };
}

/** One line of the sheet, as it is meant. */
export function readLine(
  cells: readonly string[],
  columns: Readonly<Record<NamesHeader, number>>,
  line: number,
): Correction {
  const cell = (name: NamesHeader): string => {
    const shown = cells[columns[name]] ?? '';
    return isBlank(shown) ? '' : shown.trim().replace(/^'+/u, '');
  };
  const [value, say, written, voice] = [cell('value'), cell('say'), cell('language'), cell('voice')];
  const language = written === '' ? null : readLanguage(written);
  const why = whyUnclear(say, written, voice);
  return {
    line,
    value,
    say,
    language: language?.ok === true ? language.value : '',
    voice,
    fault:
      why === ''
        ? ''
        : `The sheet “${NAMES_SHEET}” does not say clearly how “${excerpt(value)}” sounds: in its row ${line}, ${why}. Correct that row, or clear it.`,
  };
}

/** Why a line with these cells cannot be used, as a part of a sentence; '' when it can. */
export function whyUnclear(say: string, language: string, voice: string): string {
  const broken = [say, language, voice].find((text) => unusable(text) !== null);
  if (broken !== undefined) return `it shows ${excerpt(broken)}`;
  if (language !== '' && !readLanguage(language).ok) {
    return `“${excerpt(language)}” is not understood as a language`;
  }
  return voice !== '' && !readIdentifier('voice', voice).ok
    ? `“${excerpt(voice)}” is not the id of a voice`
    : '';
}

/** The corrections for keeping, as short as possible. */
export function keepable({ list, issue }: Corrections): unknown {
  return {
    issue,
    list: list.map(({ line, value, say, language, voice, fault }) => {
      const cells = [value, say, language, voice, fault];
      while (cells[cells.length - 1] === '') cells.pop();
      return [line, ...cells];
    }),
  };
}

/** The corrections as they were kept. None where something else was. */
export function keptNames(kept: unknown): Corrections {
  if (typeof kept !== 'object' || kept === null || !('list' in kept) || !Array.isArray(kept.list)) {
    return NO_CORRECTIONS;
  }
  const list = kept.list.flatMap((entry: unknown): Correction[] => {
    if (!Array.isArray(entry)) return [];
    const [line, value = '', say = '', language = '', voice = '', fault = ''] = entry.map(String);
    return [{ line: Number(line), value, say, language, voice, fault }];
  });
  return { list, issue: 'issue' in kept && typeof kept.issue === 'string' ? kept.issue : '' };
}
