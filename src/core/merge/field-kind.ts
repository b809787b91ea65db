import { headerKey } from '../columns/columns.ts';
import { remembered } from '../remembered.ts';

/** What a column holds, as far as its header tells. */
export type FieldKind =
  /** A person's name, or its first part. */
  'name' | 'given name' | 'family name' | 'company' | 'money' | 'date' | 'age' | 'number' | 'other';

/** Whole headers, without spaces, accents and punctuation, in the languages of many sheets. */
const WHOLE: readonly (readonly [FieldKind, RegExp])[] = [
  [
    'given name',
    /^(?:firstname|fname|givenname|forename|nickname|preferredname|callname|vorname|rufname|prenom|nombredepila|primernombre|primeironome|imie|voornaam|roepnaam|fornamn|tilltalsnamn|fornavn|etunimi|keresztnev|jmeno|krstnemeno|prenume|isim|adi|имя|імя|ονομα|名|الاسمالاول|이름|שםפרטי)$/u,
  ],
  [
    'family name',
    /^(?:lastname|lname|surname|familyname|secondname|nachname|familienname|apellidos?|nomdefamille|cognome|sobrenome|apelido|nazwisko|achternaam|efternamn|etternavn|efternavn|sukunimi|vezeteknev|prijmeni|soyadi?|фамилия|прізвище|επωνυμο|姓|苗字|名字|성)$/u,
  ],
  [
    'name',
    /^(?:(?:full|contact|customer|client|recipient|lead|guest|member|student|pupil|patient|employee|attendee|participant|candidate|applicant|subscriber|donor|tenant|buyer|speaker|teacher|manager|person|people|your|user|display|kunden|empfanger|teilnehmer)?name|contact|recipient|guest|attendee|nombre(?:completo|ycompleto|yapellidos?)?|nome(?:completo)?|nom(?:complet)?|namn|navn|naam|nimi|nev|nume|imieinazwisko|фио|полноеимя|氏名|お名前|名前|姓名|성명|الاسم|الاسمالكامل|שם|नाम|ชื่อ|hoten|hovaten)$/u,
  ],
  [
    'company',
    /^(?:company(?:name)?|firm|organi[sz]ation|employer|business|firma|firmenname|unternehmen|empresa|societe|entreprise|azienda|bedrijf|foretag|会社|회사|公司)$/u,
  ],
  ['age', /^(?:age|alter|edad|eta|idade|wiek|leeftijd|alder|vek|yas|ika|kor|возраст|年齢|年龄|나이)$/u],
];

/** Words of a header. */
const MONEY =
  /^(?:amount|price|cost|costs|fee|fees|payment|premium|invoice|salary|donation|deposit|refund|betrag|preis|summe|gebuhr|rechnungsbetrag|kosten|importe|precio|monto|coste|cuota|montant|prix|tarif|cotisation|prezzo|importo|costo|preco|valor|kwota|cena|bedrag|prijs|belopp|pris|belob|сумма|цена|金額|価格|料金|金额|价格|금액|가격|المبلغ|السعر|सकल|राशि|मूल्य)$/u;
const DATE =
  /^(?:date|day|birthday|deadline|time|hour|month|year|week|weekday|expiry|expires|starts|ends|uhrzeit|zeit|monat|jahr|woche|frist|ablauf|hora|mes|ano|vencimiento|vencimento|cumpleanos|heure|mois|annee|anniversaire|ora|mese|anno|compleanno|tijd|tydsdatum|maand|verjaardag|godzina|miesiac|rok|urodziny|tid|manad|fodelsedag|tarih|gun|saat|ngay|ημερομηνια|время|день|срок|時間|期限|时间|기한|datum|tag|geburtstag|termin|fecha|data|dia|jour|echeance|giorno|scadenza|dzien|dato|дата|日付|日期|날짜|التاريخ|तारीख)$/u;
const NUMBER =
  /^(?:number|no|nr|id|zip|postcode|count|quantity|qty|total|sum|points|score|discount|percent|percentage|rate|balance|savings|nummer|plz|postleitzahl|rabatt|prozent|stuck|numero|descuento|codigo|remise|reduction|code|sconto|quantita|desconto|quantidade|korting|aantal|rabat|ilosc|numer|antal|indirim|adet|номер|скидка|количество|番号|割引|数量|折扣|번호|할인|수량|رقم|خصم|anzahl|menge|cantidad|nombre de|quantite)$/u;

/** What the column of this header holds. Headers are few and rows many. */
export const fieldKind = remembered(kindOf);

function kindOf(header: string): FieldKind {
  const whole = withoutAccents(headerKey(header)).replace(/[^\p{L}\p{N}]+/gu, '');
  const named = WHOLE.find(([, pattern]) => pattern.test(whole));
  if (named !== undefined) return named[0];
  const words = withoutAccents(header.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase()).split(
    /[^\p{L}\p{N}]+/u,
  );
  if (words.some((word) => MONEY.test(word))) return 'money';
  if (words.some((word) => DATE.test(word))) return 'date';
  if (words.some((word) => NUMBER.test(word))) return 'number';
  return 'other';
}

/** Letters without the marks of Latin script: the marks of others are letters of their own. */
function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');
}

/** Whether the column holds a person's name or a part of it. */
export function isName(kind: FieldKind): boolean {
  return kind === 'name' || kind === 'given name' || kind === 'family name';
}
