import { singleSpaced } from './single-spaced.ts';

/** Issues of the header row. Until they are fixed, nothing of the sheet can be sent. */
export const SHEET_ISSUE_CODES = [
  'header_row_missing',
  'header_row_elsewhere',
  'header_repeated',
  'column_foreign',
  'names_unreadable',
] as const;

/** Remarks about the header row. They stop nothing. */
export const NOTICE_CODES = ['header_spaces', 'header_blank'] as const;

/** What could be rendered and would sound wrong, found by the room `oddities`. */
export const ODDITY_CODES = [
  'merge_mark',
  'machine_word',
  'letters_broken',
  'letters_escaped',
  'name_number',
  'name_capitals',
  'name_title',
  'name_reversed',
  'name_other',
  'name_company',
  'name_signs',
  'writing_other',
  'language_other',
  'stage_direction',
  'speaker_label',
  'placeholder_words',
  'markup_spoken',
  'signature_spoken',
  'amount_malformed',
  'currencies_mixed',
  'amount_not_positive',
  'number_bent',
  'age_negative',
  'age_high',
  'date_impossible',
  'date_midnight',
  'date_language',
  'address_private',
  'address_page',
  'name_unsaid',
  'recipient_repeated',
  'words_repeated',
  'script_long',
] as const;

/** Warnings about a row. They stop nothing. */
export const WARNING_CODES = [
  'column_unused',
  'script_address',
  'script_mail',
  'script_braces',
  'caption_spoken',
  'background_hidden',
  'look_unknown',
  ...ODDITY_CODES,
] as const;

/** Issues of a row: why it cannot be sent. They are found before any money is spent. */
export const ROW_ISSUE_CODES = [
  'field_empty',
  'field_unknown',
  'field_repeated',
  'field_output',
  'field_itself',
  'field_unclosed',
  'field_unnamed',
  'condition_malformed',
  'condition_unended',
  'condition_stray',
  'formatter_unknown',
  'value_unreadable',
  'say_missing',
  'say_unclear',
  'cell_error',
  'cell_loading',
  'cell_without_text',
  'draft_unread',
  'script_missing',
  'script_empty',
  'script_too_long',
  'pause_malformed',
  'pause_spacing',
  'avatar_missing',
  'id_malformed',
  'id_too_long',
  'id_became_number',
  'background_unknown',
  'choice_unknown',
  'number_malformed',
  'number_range',
  'locale_malformed',
  'size_malformed',
  'address_unknown',
  'address_insecure',
  'address_malformed',
  'address_other_media',
  'asset_malformed',
  'inline_malformed',
  'audio_several',
  'voice_missing',
  'modes_mixed',
  'column_not_taken',
  'looks_too_many',
  'webm_background',
  'engine_refuses',
  'reference_look_unused',
  'scene_option_unknown',
  'scene_option_misread',
  'scene_options_clash',
  'scene_seconds_missing',
  'scene_background',
  'scenes_too_many',
  'prompt_empty',
  'references_too_many',
  'template_unknown',
] as const;

/** Issues of a row that can be found only when the account's looks, voices and templates are known. */
export const ACCOUNT_ISSUE_CODES = [
  'engine_unsupported',
  'engine_unknown',
  'look_refuses',
  'voice_unknown',
  'template_unreachable',
  'variable_missing',
  'variable_empty',
  'variable_unknown',
  'size_other_shape',
  'scene_unknown',
] as const;

/** Limits of the ledger. Ordinary rows stay far below them. */
export const LEDGER_ISSUE_CODES = ['request_too_long', 'inline_too_long'] as const;

export type IssueCode =
  | (typeof SHEET_ISSUE_CODES)[number]
  | (typeof NOTICE_CODES)[number]
  | (typeof WARNING_CODES)[number]
  | (typeof ROW_ISSUE_CODES)[number]
  | (typeof ACCOUNT_ISSUE_CODES)[number]
  | (typeof LEDGER_ISSUE_CODES)[number];

/** A problem with a row or a sheet that was found before sending. */
export interface Issue {
  readonly code: IssueCode;
  /** The column to look at: its header in the sheet or its canonical name. '' when there is none. */
  readonly column: string;
  /** Whole sentences: what is wrong and what to do. They name no row, because rows move. */
  readonly message: string;
  /** What one click would do about it. */
  readonly offer?: Offer;
}

export type Offer =
  /** Adds a word to the sheet's words that count as empty. */
  | { readonly kind: 'empty-word'; readonly word: string }
  /** Has the sheet's own script say these words where the column is empty. */
  | { readonly kind: 'fallback'; readonly words: string }
  /** Leads to the voices of a language, by its English name. */
  | { readonly kind: 'voices'; readonly language: string }
  /** Adds a column with this header. */
  | { readonly kind: 'column'; readonly header: string };

const QUOTED_CHARACTERS = 40;

/** A piece of the user's text, on one line and short enough for a message. */
export function excerpt(text: string): string {
  if (text.length <= QUOTED_CHARACTERS) return singleSpaced(text).trim();
  // Cutting first keeps the work small, however long the text is.
  const start = [...text.slice(0, QUOTED_CHARACTERS * 4)];
  const line = singleSpaced(start.join('')).trim();
  const characters = [...line];
  const whole = characters.length <= QUOTED_CHARACTERS && text.length <= QUOTED_CHARACTERS * 4;
  return whole ? line : `${characters.slice(0, QUOTED_CHARACTERS - 1).join('')}…`;
}

/** A list inside a message: `A, B and C`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}
