import { headerKey } from '../columns/columns.ts';
import { excerpt, type Issue } from '../issue.ts';
import type { SpokenRow } from './spoken-row.ts';

/**
 * Marks that mean nothing else: half of one, {0}, {}, %s, {x|there}, $(x), <<x>>, *|X|*, ${x}, {$x}, {!x}, {%x%}, <%= x %>, [[x]], %%x%%, %x% where no space or digit
 * is near, @@x@@, ||x||, and lines to be filled in.
 */
const SURE =
  /\{\d{0,2}\}|\{\{(?![^{}<>|\n]{1,60}\}\})|(?<!\{\{[^{}<>|\n]{1,60})\}\}|(?<![\p{L}\p{N}%])%(?:\d\$)?[sd](?![\p{L}\p{N}])|[{[]\p{L}[\p{L}\p{N}_. ]{0,40}\|[^{}[\]\n]{0,40}[}\]]|\{\p{L}[\p{L}\p{N}_.]{0,40}[,:][^{}\n]{1,40}\}|\{=\p{L}[^{}\n]{0,40}\}|\$\(\p{L}[\p{L}\p{N}_ ]{0,40}\)|\[\s{1,8}\]|<\p{L}[\p{L}\p{N}_ ]{0,40}>>|<<[^<>\n]{1,60}>>|\*\|[^|*\n]{1,60}\|\*|\$\{[^{}\n]{1,60}\}|\{%[^{}%\n]{1,60}%\}|\[\[[^[\]\n]{1,60}\]\]|\{[$!#]\p{L}[\p{L}\p{N}_. ]{0,40}\}|<%[^<>%\n]{1,60}%>|%%\p{L}[\p{L}\p{N}_ .-]{0,40}%%|(?<![\p{L}\p{N}%])%\p{L}[\p{L}\p{N}_.-]{1,40}%(?![\p{L}\p{N}%])|@@\p{L}[\p{L}\p{N}_ .-]{0,40}@@|(?<!\|)\|{1,2}\p{L}[\p{L}\p{N}_]{0,40}\|{1,2}(?!\|)|＜＜[^＜＞\n]{1,60}＞＞|(?<![\p{L}\p{N}_])_{3,}(?![\p{L}\p{N}_])|\[(?:_+|\.{2,}|…|x{2,})\]/u;

/** Marks that people also use for other things. They count when a column, or a usual field, has their name. */
const PERHAPS =
  /(?<![\p{L}\p{N}])[$@%](\p{L}[\p{L}\p{N}_]{0,40})(?![\p{L}\p{N}_])|%(\p{L}[\p{L}\p{N}_ .-]{0,40})%|\[[-%]?(\p{L}[\p{L}\p{N}_ .]{0,40}(?:-(?=\p{L})[\p{L}\p{N}_ .]{0,40}){0,3})[-%]?\]|(?<!\p{L})[~^](\p{L}[\p{L}\p{N}_]{0,40})[~^](?!\p{L})|[《【｛［](\p{L}[\p{L}\p{N}_ .-]{0,40})[》】｝］]|[«‹]\s?(\p{L}[\p{L}\p{N}_ .-]{0,40}?)\s?[»›]|(?<!<)<(\p{L}[\p{L}\p{N}_ .-]{0,40}) ?\/?>(?!>)|(?<!\{)\{(\p{L}[\p{L}\p{N}_ .-]{0,40})\}(?!\})|#(\p{L}[\p{L}\p{N}_ .-]{0,40})#/gu;

const MARK_SIGNS = /[<*${}[%«‹#@|＜_~^《【｛［]/u;

/** Names of fields in other tools, as header keys. */
const USUAL =
  /^(?:name|firstname|fname|lastname|lname|fullname|first|last|email|company|companyname|phone|contactname|recipient|vorname|nachname|firma|anrede|prénom|prenom|nom|nombre|apellidos?|empresa|nome|cognome|azienda|sobrenome|imię|imie|nazwisko|yourname|insertname|clientname|customername|insertfirstname|naam|namn|imięinazwisko|имя|клиент|名前|お名前|氏名|姓名|会社名|顧客名|客户|이름|고객명|الاسم|isim|όνομα)$/u;

const WRITTEN_AS_FIELD =
  /^\p{L}+_[\p{L}_]+$|^\p{Ll}+\p{Lu}\p{Ll}+$|^(?:contact|recipient|lead|user|customer)\.\p{L}/u;

/** Angle brackets around a word are never meant for the ear. */
const ANGLE = /^</u;

/** Warns of merge marks of other tools, which would be said word for word. Double braces have a warning of their own. */
export function mergeMarks({ texts, fields, isColumn }: SpokenRow): Issue[] {
  for (const { column, text } of texts) {
    if (!MARK_SIGNS.test(text)) continue;
    const mark = SURE.exec(text)?.[0] ?? perhaps(text, isColumn);
    if (mark === null) continue;
    const from = fields.find((field) => field.cell.includes(mark));
    const where = excerpt(mark);
    const message =
      from === undefined
        ? `The ${column} would say “${where}” word for word. ${remedyFor(mark, column, isColumn)}`
        : `The cell "${excerpt(from.header)}" holds “${where}”, a merge mark, and a value is not merged again. Write the word itself into the cell.`;
    return [{ code: 'merge_mark', column: from?.header ?? column, message }];
  }
  return [];
}

function remedyFor(mark: string, column: string, isColumn: SpokenRow['isColumn']): string {
  const name = mark.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (isColumn(name)) return `Write <<${excerpt(name)}>> in the ${column}, or the word itself.`;
  if (mark.startsWith('<<'))
    return 'Its brackets were escaped, or they are not those of a field. Write the word itself.';
  return 'Only <<Header>> is merged here. Write that with the name of a column, or delete the mark.';
}

function perhaps(text: string, isColumn: SpokenRow['isColumn']): string | null {
  for (const [mark, ...names] of text.matchAll(PERHAPS)) {
    const name = names.find((each) => each !== undefined) ?? '';
    if (ANGLE.test(mark) || isMergeName(name, isColumn)) return mark;
  }
  return null;
}

/** Whether a word in brackets of some kind is meant as a field. */
export function isMergeName(name: string, isColumn: SpokenRow['isColumn']): boolean {
  return WRITTEN_AS_FIELD.test(name) || USUAL.test(headerKey(name)) || isColumn(name);
}
