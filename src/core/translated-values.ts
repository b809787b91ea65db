/*
 * What Sheets shows for TRUE, FALSE and failed formulas, in the languages that translate them. A spreadsheet's locale
 * decides, and a script cannot rely on knowing it.
 */

export const TRUE_WORDS: ReadonlySet<string> = new Set(
  'TRUE WAHR VRAI VERDADERO VERO VERDADEIRO WAAR PRAWDA SANT SAND TOSI DOĞRU PRAVDA IGAZ ADEVĂRAT ИСТИНА ІСТИНА'.split(
    ' ',
  ),
);

export const FALSE_WORDS: ReadonlySet<string> = new Set(
  'FALSE FALSCH FAUX FALSO ONWAAR FAŁSZ FALSKT FALSK USANN EPÄTOSI YANLIŞ NEPRAVDA HAMIS FALS ЛОЖЬ ХИБНІСТЬ'.split(
    ' ',
  ),
);

/** Such a cell never reaches HeyGen. */
export const ERROR_VALUES: ReadonlySet<string> = new Set(
  (
    '#N/A #REF! #VALUE! #DIV/0! #NAME? #NUM! #NULL! #ERROR! ' +
    '#NV #BEZUG! #WERT! #ZAHL! #FEHLER! ' +
    '#VALEUR! #NOM? #NOMBRE! #NUL! #ERREUR! ' +
    '#¡REF! #¡VALOR! #¿NOMBRE? #¡NUM! #¡NULO! #¡DIV/0! #¡ERROR! ' +
    '#N/D #RIF! #VALORE! #NOME? #NULLO! #ERRORE! #VALOR! #NÚM! #NULO! #ERRO! ' +
    '#N/B #VERW! #WAARDE! #DEEL/0! #NAAM? #GETAL! #LEEG! #FOUT! ' +
    '#ADR! #ARG! #DZIEL/0! #NAZWA? #LICZBA! #ZERO! #BŁĄD! ' +
    '#SAKNAS! #REFERENS! #VÄRDEFEL! #DIVISION/0! #NAMN? #OGILTIGT! #SKÄRNING! ' +
    '#PUUTTUU! #VIITTAUS! #ARVO! #JAKO/0! #NIMI? #LUKU! #TYHJÄ! ' +
    '#YOK #BAŞV! #DEĞER! #SAYI/0! #AD? #SAYI! #BOŞ! ' +
    '#Н/Д #ССЫЛКА! #ЗНАЧ! #ДЕЛ/0! #ИМЯ? #ЧИСЛО! #ПУСТО! #ОШИБКА!'
  ).split(' '),
);
