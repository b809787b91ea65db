import { failure, type Result, success } from '../result.ts';
import { singleSpaced } from '../single-spaced.ts';
import { withCharacters } from '../speech/entities.ts';
import { joinedPieces, skeletonOf, type TemplatePiece, templatePieces } from './template-pieces.ts';

/** Translates a text. With `html` it is markup, and the answer too. A failure is a sentence for the user. */
export type Translate = (text: string, html: boolean) => Result<string>;

/** A unit's pieces, translated; null when the answer cannot be used. */
type Unit = Result<readonly TemplatePiece[] | null>;

const MARKS_LOST =
  'Google’s translation service changed the fields or marks of the script, also where each piece was translated alone. Nothing was written. Write the translation yourself.';

const BROKEN =
  'The script has a field or a condition that is not closed, so it was not translated. Correct the script first.';

/**
 * Translates what a script template says. Fields, addresses, pauses, conditions and the marks of scenes come through
 * untouched: whatever the translator answers, the result has the same ones, or it is a failure. A sentence goes to the
 * translator with its fields marked as not to be translated. An answer in which one of them is missing, doubled or
 * changed is not used: then what stands between them is translated piece by piece.
 */
export function translateTemplate(template: string, translate: Translate): Result<string> {
  const pieces = templatePieces(template);
  if (pieces === null) return failure(BROKEN);
  const skeleton = skeletonOf(pieces);
  for (const unit of [wholeUnit, pieceByPiece]) {
    const translated: TemplatePiece[] = [];
    for (const part of unitsOf(pieces)) {
      if (part.length === 1 && part[0]?.kind === 'border') translated.push(...part);
      else {
        let done: Unit = unit(part, translate);
        if (done.ok && done.value === null) done = pieceByPiece(part, translate);
        if (!done.ok) return done;
        if (done.value === null) return failure(MARKS_LOST);
        translated.push(...done.value);
      }
    }
    const joined = joinedPieces(translated);
    const again = templatePieces(joined);
    if (again !== null && skeletonOf(again) === skeleton) return success(joined);
  }
  return failure(MARKS_LOST);
}

/** The pieces between two borders, and each border alone. */
function unitsOf(pieces: readonly TemplatePiece[]): readonly (readonly TemplatePiece[])[] {
  const units: TemplatePiece[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    if (isOpen && piece.kind !== 'border') units[units.length - 1]?.push(piece);
    else units.push([piece]);
    isOpen = piece.kind !== 'border';
  }
  return units;
}

function wholeUnit(unit: readonly TemplatePiece[], translate: Translate): Unit {
  if (!unit.some((piece) => piece.kind === 'kept')) return pieceByPiece(unit, translate);
  if (!unit.some((piece) => piece.kind === 'words' && saysSomething(piece.text))) return success(unit);
  const first = unit[0];
  const last = unit[unit.length - 1];
  const before = first?.kind === 'words' ? (/^\s*/u.exec(first.text)?.[0] ?? '') : '';
  const after = last?.kind === 'words' ? (/\s*$/u.exec(last.text)?.[0] ?? '') : '';
  const markup = unit
    .map((piece, at) => (piece.kind === 'words' ? escaped(piece.text) : keptMarkup(at)))
    .join('');
  const answer = translate(markup.trim(), true);
  if (!answer.ok) return answer;
  const read = readMarkup(answer.value, unit);
  if (read === null) return success(null);
  const spaces = (text: string): TemplatePiece[] => (text === '' ? [] : [{ kind: 'words', text }]);
  return success([...spaces(before), ...read, ...spaces(after)]);
}

/** Each piece of words by itself. What is kept stays in its place. */
function pieceByPiece(unit: readonly TemplatePiece[], translate: Translate): Unit {
  const pieces: TemplatePiece[] = [];
  for (const piece of unit) {
    if (piece.kind !== 'words' || !saysSomething(piece.text)) pieces.push(piece);
    else {
      const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece.text) ?? [];
      const answer = translate(text, false);
      if (!answer.ok) return answer;
      const words = tidied(answer.value);
      if (words === null) return success(null);
      pieces.push({ kind: 'words', text: before + words + after });
    }
  }
  return success(pieces);
}

/** Something that no translator touches, as far as translators know HTML. */
function keptMarkup(number: number): string {
  return `<span class="notranslate" translate="no">F${number}</span>`;
}

const KEPT_MARKUP = /<span\b[^<>]*>\s*F(\d{1,4})\s*<\/span>/iu;

/** The translator's markup as pieces. Null unless it has each thing that is kept exactly once, and no other tag. */
function readMarkup(markup: string, unit: readonly TemplatePiece[]): readonly TemplatePiece[] | null {
  const parts = markup.trim().split(KEPT_MARKUP);
  const pieces: TemplatePiece[] = [];
  const seen = new Set<number>();
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 0) {
      if (/[<>]/u.test(part)) return null;
      const text = singleSpaced(withCharacters(part))
        // Only a comma or a full stop never stands behind a space, in any language.
        .replace(at > 0 ? /^ (?=[,.])/u : /$^/u, '');
      if (text !== '') pieces.push({ kind: 'words', text });
    } else {
      const kept = unit[Number(part)];
      if (kept?.kind !== 'kept' || seen.has(Number(part))) return null;
      seen.add(Number(part));
      pieces.push(kept);
    }
  }
  const isWhole = seen.size === unit.filter(({ kind }) => kind === 'kept').length;
  const says = pieces.some((piece) => piece.kind === 'words' && saysSomething(piece.text));
  return isWhole && says ? pieces : null;
}

/** A translated text on one line. Null when it says nothing. */
function tidied(text: string): string | null {
  const words = singleSpaced(text).trim();
  return saysSomething(words) ? words : null;
}

function saysSomething(text: string): boolean {
  return /\p{L}/u.test(text);
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
