import { headerKey } from '../columns/columns.ts';
import type { MergedField } from '../merge/merge-script-template.ts';
import type { RowRequest } from '../request/request.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import { languageIn } from '../row/language-choice.ts';
import type { RowReading } from '../row/row-reading.ts';
import type { Table } from '../sheet/table.ts';
import type { MarkedText } from '../speech/marked-text.ts';

/** A text that will be heard, or shown by a HeyGen template. */
export interface SpokenText {
  /** The column that it comes from. */
  readonly column: string;
  readonly text: string;
  /** The same without the row's values: rows with one script template share it. */
  readonly frame: string;
  /** The language that is expected: as `readLocale` gives it, or HeyGen's English name. '' when it is not known. */
  readonly language: string;
  /** HeyGen's English name of the language that the voice speaks. '' when it is not known, or speaks several. */
  readonly voiceLanguage: string;
}

/** What the rules look at in one row. */
export interface SpokenRow {
  readonly texts: readonly SpokenText[];
  /** The texts fill a HeyGen template. */
  readonly isTemplate: boolean;
  /** The cells in these texts, each once. */
  readonly fields: readonly MergedField[];
  /** The column that says how numbers and dates are spoken. Null when the row does not say it. */
  readonly localeColumn: 'locale' | 'language' | null;
  /** Whether the words are those of a column. */
  readonly isColumn: (name: string) => boolean;
}

/** Gathers what a row says. `asked` is null when the row cannot be sent: then its texts are as far as they were read. */
export function spokenRow(
  reading: RowReading,
  asked: RowRequest | null,
  table: Table,
  facts: AccountFacts,
): SpokenRow {
  const { mode, script, fields } = reading;
  const filled = mode === 'template' && asked !== null ? variableTexts(asked, reading, facts) : [];
  const merged =
    mode === 'template'
      ? filled.map(([header, text]) => ({
          header,
          cell: text,
          text,
          formatters: [],
          written: null,
          unsaid: '',
        }))
      : [...(script?.fields ?? []), ...(mode === 'cinematic' ? (reading.merge('prompt')?.fields ?? []) : [])];
  const texts: SpokenText[] = [];
  for (const [column, text] of filled) {
    if (text === '') continue;
    texts.push({ column, text, frame: text, language: fields.locale ?? '', voiceLanguage: '' });
  }
  for (const scene of script !== null && !script.faulty ? reading.scenes : []) {
    if (scene.text === '') continue;
    const voiceLanguage = voiceLanguageOf(scene.options, reading, facts);
    const language = fields.locale ?? voiceLanguage;
    texts.push({ column: 'script', text: scene.text, frame: frameOf(scene), language, voiceLanguage });
  }
  return {
    texts,
    isTemplate: mode === 'template',
    // What the names sheet says is what the user wants to hear.
    fields: eachOnce(merged.filter(({ written, text }) => written === null || written === text)),
    localeColumn: localeColumnOf(reading),
    isColumn: (name) => table.fieldOf(name).kind === 'column' && headerKey(name) !== '',
  };
}

function localeColumnOf({ fields, cells }: RowReading): SpokenRow['localeColumn'] {
  if (fields.locale === undefined) return null;
  return cells.get('locale')?.from !== 'row' && languageIn(cells) !== null ? 'language' : 'locale';
}

/** A text without the values that were merged into it. */
function frameOf({ text, marks }: MarkedText): string {
  let frame = '';
  let from = 0;
  for (const { start, end } of marks) {
    frame += text.slice(from, start);
    from = end;
  }
  return frame + text.slice(from);
}

/** What fills the template's variables of text. */
function variableTexts(
  { filled = [] }: RowRequest,
  { fields }: RowReading,
  { templates }: AccountFacts,
): readonly (readonly [string, string])[] {
  const template = templates.get(fields.template_id ?? '');
  const variables = template?.kind === 'known' ? template.variables : [];
  const texts = new Set(variables.filter(({ type }) => type === 'text').map(({ name }) => name));
  return filled.filter(([name]) => texts.has(name));
}

/** The language of the voice that speaks. '' when it is not known, or speaks several. */
export function voiceLanguageOf(
  options: RowReading['scenes'][number]['options'],
  { fields }: RowReading,
  { voices, looks }: AccountFacts,
): string {
  if (voices === undefined) return '';
  const option = (name: string): string | undefined => options.find((each) => each.name === name)?.value;
  const look = option('avatar') ?? fields.looks?.[0] ?? '';
  const voice = option('voice') ?? fields.voice_id ?? looks.get(look)?.voiceId ?? '';
  return voices.get(voice)?.language ?? '';
}

function eachOnce(fields: readonly MergedField[]): readonly MergedField[] {
  if (fields.length < 2) return fields;
  return [...new Map(fields.map((field) => [`${field.header}\n${field.text}`, field])).values()];
}
