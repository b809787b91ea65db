/**
 * The letters of a language besides a to z, small, with those of foreign names that its voices know. In Cyrillic and
 * Greek all of them. A language without an entry is not judged by its letters.
 */
const LIST =
  'en |de äöüßéè|fr àâæçéèêëîïôœùûüÿ|es áéíóúüñ|it àèéìíîòóùú|pt áâãàçéêíóôõúü|nl áàäçéèêëíïóôöúü|pl ąćęłńóśźż|sv åäöéü|da æøåé|nb æøåéòô|fi äöåšž|cs áčďéěíňóřšťúůýž|sk áäčďéíĺľňóôŕšťúýž|hu áéíóöőúüű|ro ăâîșşțţ|tr çğıİöşüâîû|id é|ms |vi àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ|hr čćđšž|sl čćđšž|et äöüõšž|lv āčēģīķļņšūž|lt ąčęėįšųūž|ca àçèéíïòóúü|fil ñ|sw |af áéèêëîïôöûúü|ru абвгдеёжзийклмнопрстуфхцчшщъыьэюя|uk абвгґдеєжзиіїйклмнопрстуфхцчшщьюя|bg абвгдежзийклмнопрстуфхцчшщъьюя|mk абвгдѓежзѕијклљмнњопрстќуфхцчџш|el αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ';

const LETTERS: ReadonlyMap<string, string> = new Map(
  LIST.split('|').map((entry): [string, string] => {
    const [code = '', letters = ''] = entry.split(' ');
    return [code, letters];
  }),
);

/** The letters of a text (in NFC) that a language does not have, each once, as written. None where its letters are not known. */
export function foreignLetters(text: string, language: string): readonly string[] {
  const own = LETTERS.get(language);
  if (own === undefined) return [];
  const beyond = text.match(/[^\p{ASCII}\P{L}]/gu) ?? [];
  return [...new Set(beyond)].filter(
    (letter) => !own.includes(letter) && !own.includes(letter.toLowerCase()),
  );
}
