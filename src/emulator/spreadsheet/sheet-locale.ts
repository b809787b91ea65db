/** Locales of a spreadsheet that the emulator knows. */
export type LocaleName = 'en_US' | 'de_DE' | 'fr_FR' | 'ja_JP';

/** How a spreadsheet writes and reads values. */
export interface SheetLocale {
  readonly decimal: string;
  /** Parts groups of three digits. */
  readonly group: string;
  readonly yes: string;
  readonly no: string;
  /** Error values that have another name here. */
  readonly errors: Readonly<Record<string, string>>;
  /** The format of a date that says nothing about its own. */
  readonly date: string;
  /** The order of day, month and year in a typed date, and the sign between them. */
  readonly order: 'mdy' | 'dmy' | 'ymd';
  readonly separator: string;
  readonly currency: string;
  /** Months by name, in full. */
  readonly months: readonly string[];
}

const GERMAN_ERRORS = { '#N/A': '#NV', '#REF!': '#BEZUG!', '#VALUE!': '#WERT!', '#NUM!': '#ZAHL!' };
const FRENCH_ERRORS = {
  '#VALUE!': '#VALEUR!',
  '#NAME?': '#NOM?',
  '#NUM!': '#NOMBRE!',
  '#NULL!': '#NUL!',
  '#ERROR!': '#ERREUR!',
};

const LOCALES: Readonly<Record<LocaleName, SheetLocale>> = {
  en_US: {
    decimal: '.',
    group: ',',
    yes: 'TRUE',
    no: 'FALSE',
    errors: {},
    date: 'm/d/yyyy',
    order: 'mdy',
    separator: '/',
    currency: '$',
    months: monthsOf('en-US'),
  },
  de_DE: {
    decimal: ',',
    group: '.',
    yes: 'WAHR',
    no: 'FALSCH',
    errors: GERMAN_ERRORS,
    date: 'dd.mm.yyyy',
    order: 'dmy',
    separator: '.',
    currency: '€',
    months: monthsOf('de-DE'),
  },
  fr_FR: {
    decimal: ',',
    group: '\u202f',
    yes: 'VRAI',
    no: 'FAUX',
    errors: FRENCH_ERRORS,
    date: 'dd/mm/yyyy',
    order: 'dmy',
    separator: '/',
    currency: '€',
    months: monthsOf('fr-FR'),
  },
  ja_JP: {
    decimal: '.',
    group: ',',
    yes: 'TRUE',
    no: 'FALSE',
    errors: {},
    date: 'yyyy/mm/dd',
    order: 'ymd',
    separator: '/',
    currency: '¥',
    months: monthsOf('ja-JP'),
  },
};

export const ENGLISH_LOCALE = LOCALES.en_US;

/** The locale of that name; a name that the emulator does not know is a bug of the caller. */
export function localeOf(name: string): SheetLocale {
  const found = Object.entries(LOCALES).find(([known]) => known === name);
  if (found === undefined) throw new Error(`The locale ${name} is not emulated.`);
  return found[1];
}

function monthsOf(language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)));
}
