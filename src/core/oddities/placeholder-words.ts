import { excerpt, type Issue } from '../issue.ts';
import { remembered } from '../remembered.ts';
import { languageNamed } from '../speech/languages.ts';
import type { SpokenRow } from './spoken-row.ts';

/** A text that only fills the place of another, in the words of many programs. */
const FILLER =
  /lorem ipsum|dolor sit amet|consectetur adipiscing|(?:this is |just )a (?:sample|placeholder|dummy|test) (?:text|script|message)|\b(?:your|sample|placeholder|dummy) (?:text|script|message) (?:goes )?here|(?:text|script|message|content|copy) goes here|(?:type|enter|add|insert|write|paste|put) (?:your |the )?(?:own )?(?:text|script|message|content|copy|name|offer|cta|product) here|click (?:here )?to (?:add|edit) (?:text|title)|^(?:sample|placeholder|dummy|example) (?:text|script)\b|blindtext|(?:ihr|dein|hier) (?:text|skript) (?:hier|einfügen|eingeben)|text hier einfügen|platzhaltertext|texto de (?:ejemplo|exemplo|relleno)|(?:escriba|escribe|inserte|inserta) (?:aquí )?(?:su|tu|el) (?:texto|guion|nombre)|votre texte ici|texte d[’']exemple|saisissez votre texte|testo di esempio|inserisci (?:qui )?il (?:tuo )?testo|(?:insira|digite) (?:aqui )?(?:o )?seu texto|tekst zastępczy|ここに(?:テキスト|文章|名前)|在此(?:输入|填写)|请输入|вставьте текст|текст[- ]рыба|여기에 입력/iu;

/** What a machine that writes texts says before and about them. */
const ASSISTANT =
  /^(?:sure|certainly|of course|absolutely)[!,.]? (?:here(?:’|'| i)s|here are|i(?:’|')d be)|^here(?:’|'| i)s (?:a|an|your|the) (?:[\p{L}-]+ ){0,3}(?:script|draft|version|message|text|translation)\b|as an? (?:ai|large) (?:language )?(?:model|assistant)|^(?:gerne|natürlich|selbstverständlich)[!,] hier ist|^(?:claro|por supuesto)[!,.] aquí (?:tienes|está)|^bien sûr ?[!,] voici|^certo[!,] ecco|i(?:’|')m sorry, but i can(?:’|')?t (?:help|assist|write)|let me know if you(?:’|')d like (?:any|me to)/iu;

/** Notes of the person who wrote the text, in capitals, and figures that were left open. */
const NOTE =
  /(?<![\p{L}\p{N}])(?:TODO\s?:|TO[- ]DO\s?:|FIXME|TBD|TBC|TBA|PLACEHOLDER|PLATZHALTER|CHANGE[_ ]?ME|REPLACE[_ ]ME|X{3,}|(?:INSERT|ENTER|ADD|YOUR|EINFÜGEN|INSERTAR|INSÉRER|INSERIRE|INSERIR)[ _][A-ZÀ-Ý]{3,}(?:[ _][A-ZÀ-Ý]+){0,2}|(?:FIRST|LAST|FULL|COMPANY|CUSTOMER|CLIENT)[ _]?NAME|[FL]NAME|VORNAME|NACHNAME|FIRMENNAME|NOMBRE|PRÉNOM|COGNOME)(?![\p{L}\p{N}])|[$€£¥]\s?X{1,6}(?:[.,]X{1,3})?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])X{1,4}(?:[.,]X{1,3})?\s?[%€£](?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:DD|MM|TT|JJ|AAAA|YYYY|JJJJ)[./-](?:DD|MM|TT|JJ)[./-](?:YYYY|YY|JJJJ|AAAA|JJ|DD|TT)(?![\p{L}\p{N}])|\?{3,}|\.{5,}/u;

/** The word alone is "everything" in these languages. */
const BARE_TODO = /(?<![\p{L}\p{N}])TODO(?![\p{L}\p{N}])/u;
const TODO_IS_A_WORD = /^(?:es|pt|it|gl|ca)$/u;

/** A name's place that was written in capitals, or in round brackets, behind a greeting. */
const GREETED =
  /(?<!\p{L})(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Hh]allo|[Hh]ola|[Bb]onjour|[Cc]iao|[Oo]lá|[Cc]ześć|[Hh]ej|[Hh]oi|[Ll]ieber?|[Пп]ривет)[,!]?\s+(?:NAME|NOM|NOME|NAAM|IMIĘ|NAMN|KUNDE|CUSTOMER|CLIENT|USER|ИМЯ)(?!\p{L})/u;
const IN_BRACKETS =
  /\((?:(?:the |your )?(?:first |last |full |customer |client |recipient )?name|vorname|nachname|nombre|prénom|nome|insert [^()]{1,40}|add [^()]{1,40} here|einfügen[^()]{0,40}|[^()]{1,40} (?:here|hier|einfügen))\)/iu;

const SIGNS = /\p{Lu}{2}|\?\?\?|\.{5}|[$€£¥]\s?X|\(/u;

const fillerIn = remembered(
  (text): string | null => (FILLER.exec(text) ?? ASSISTANT.exec(text))?.[0] ?? null,
);

/** Warns of words that stand for others: filler text, notes of the writer, and what a machine says about its text. */
export function placeholderWords({ texts }: SpokenRow): Issue[] {
  for (const { column, text, frame, language } of texts) {
    // Names and companies may be called anything, and rows with one script template share the rest.
    const found = fillerIn(frame) ?? (SIGNS.test(frame) ? noteIn(frame, language) : null);
    if (found === null) continue;
    const where = text.includes(found) ? `The ${column} says` : `The ${column} has`;
    const message = `${where} “${excerpt(found)}”, which holds the place of other words. Write those, or delete it.`;
    return [{ code: 'placeholder_words', column, message }];
  }
  return [];
}

function noteIn(frame: string, language: string): string | null {
  const found = NOTE.exec(frame) ?? GREETED.exec(frame) ?? IN_BRACKETS.exec(frame);
  if (found !== null) return found[0];
  if (TODO_IS_A_WORD.test(languageNamed(language)?.code ?? '')) return null;
  return BARE_TODO.exec(frame)?.[0] ?? null;
}
