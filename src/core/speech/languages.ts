import { WRITINGS, type Writing } from './writing.ts';

/** A language with its English name, its usual country and its writings. */
export interface Language {
  readonly code: string;
  readonly name: string;
  /** An example for the column `locale`. */
  readonly locale: string;
  readonly writings: readonly Writing[];
}

const LIST =
  'en English en-US Latin|de German de-DE Latin|fr French fr-FR Latin|es Spanish es-ES Latin|it Italian it-IT Latin|pt Portuguese pt-BR Latin|nl Dutch nl-NL Latin|pl Polish pl-PL Latin|sv Swedish sv-SE Latin|da Danish da-DK Latin|nb Norwegian nb-NO Latin|fi Finnish fi-FI Latin|cs Czech cs-CZ Latin|sk Slovak sk-SK Latin|hu Hungarian hu-HU Latin|ro Romanian ro-RO Latin|tr Turkish tr-TR Latin|id Indonesian id-ID Latin|ms Malay ms-MY Latin|vi Vietnamese vi-VN Latin|hr Croatian hr-HR Latin|sl Slovenian sl-SI Latin|et Estonian et-EE Latin|lv Latvian lv-LV Latin|lt Lithuanian lt-LT Latin|ca Catalan ca-ES Latin|fil Filipino fil-PH Latin|sw Swahili sw-KE Latin|af Afrikaans af-ZA Latin|ru Russian ru-RU Cyrillic|uk Ukrainian uk-UA Cyrillic|bg Bulgarian bg-BG Cyrillic|kk Kazakh kk-KZ Cyrillic,Latin|mk Macedonian mk-MK Cyrillic|sr Serbian sr-RS Cyrillic,Latin|el Greek el-GR Greek|ar Arabic ar-SA Arabic|fa Persian fa-IR Arabic|ur Urdu ur-PK Arabic|he Hebrew he-IL Hebrew|hi Hindi hi-IN Devanagari|mr Marathi mr-IN Devanagari|ne Nepali ne-NP Devanagari|bn Bengali bn-BD Bengali|pa Punjabi pa-IN Gurmukhi,Arabic|gu Gujarati gu-IN Gujarati|ta Tamil ta-IN Tamil|te Telugu te-IN Telugu|kn Kannada kn-IN Kannada|ml Malayalam ml-IN Malayalam|th Thai th-TH Thai|ka Georgian ka-GE Georgian|hy Armenian hy-AM Armenian|ja Japanese ja-JP Kana,Han|zh Chinese zh-CN Han|ko Korean ko-KR Hangul,Han';

const LANGUAGES: readonly Language[] = LIST.split('|').map((entry) => {
  const [code = '', name = '', locale = '', writings = ''] = entry.split(' ');
  return { code, name, locale, writings: writings.split(',').flatMap((word) => writingNamed(word) ?? []) };
});

export const LANGUAGE_CODES: readonly string[] = LANGUAGES.map(({ code }) => code);

const OTHER_NAMES: Readonly<Record<string, string>> = {
  no: 'nb',
  nn: 'nb',
  tl: 'fil',
  tagalog: 'fil',
  mandarin: 'zh',
  cantonese: 'zh',
  yue: 'zh',
  cmn: 'zh',
  farsi: 'fa',
  castilian: 'es',
};

/** The language of a locale, or of HeyGen's English name for one. Null when it is not in the list, or none alone. */
export function languageNamed(written: string): Language | null {
  const word = /^\p{L}+/u.exec(written.trim())?.[0].toLowerCase() ?? '';
  if (word === '') return null;
  const code = OTHER_NAMES[word] ?? word;
  return LANGUAGES.find((language) => language.code === code || language.name.toLowerCase() === code) ?? null;
}

/** Every language that is written like this. */
export function languagesWritten(writing: Writing): readonly Language[] {
  return LANGUAGES.filter(({ writings }) => writings.includes(writing));
}

function writingNamed(word: string): Writing | null {
  return WRITINGS.find((name) => name === word) ?? null;
}
