import { cellKey, headerKey } from '../columns/columns.ts';
import { excerpt, type Issue } from '../issue.ts';
import { fieldKind, isName } from '../merge/field-kind.ts';
import type { SpokenRow } from './spoken-row.ts';

/** No person writes these into any cell. */
const ANYWHERE =
  /^(?:null|infinity|-infinity|error|#error|error 404|404 not found|formula parse error|\(empty\)|\[empty\]|\(blank\)|\[blank\]|<empty>|<none>|<blank>|\{\}|\[\]|""|''|deleted user|undefined undefined|null undefined|null null|nan nan|nan\/nan\/nan|function ?\(\) ?\{\}|traceback.*|=[a-z]{2,}\(.*\)|=[a-z]{1,2}\d+.*|err:5\d\d|\(null\)|<null>|undefined|nan|n\/a|n\.a\.|#n\/a n\/a|\[object object\]|true\/false|none\/null|invalid date|\\n|n\\a|-{1,3}|–|—|\?{1,3}|\.{2,3}|_+|x{3,}|#{3,})$/iu;

/** Errors that Sheets is known to show block a row. This finds those of other tables and languages. */
const FAILED_FORMULA =
  /^#[¡¿]?[\p{L}/0-9]{1,20}[!?]$|#(?:REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|N\/A(?!\p{L})|WERT!|BEZUG!|¡REF!|¿NOMBRE\?|NOM\?|VALEUR!|ССЫЛКА!|ЗНАЧ!|ИМЯ\?)|^#(?:REF|NAME|VALUE|ERREUR|FEHLER|GETTING_DATA|NENÍ_K_DISPOZICI|NV|N\/D|N\/B|N\/V|YOK|Н\/Д|SAKNAS|I\/T|HIÁNYZIK|PUUTTUU!?)!?$/u;

/** What a cell shows while its formula works. */
const LOADING =
  /^(?:loading|wird geladen|laden|chargement(?: en cours)?|cargando|caricamento(?: in corso)?|carregando|a carregar|ładowanie|wczytywanie|загрузка|завантаження|yükleniyor|laddar|indlæser|laster|ladataan|betöltés|načítání|se încarcă|読み込み中|加载中|正在加载|載入中|로드 중|جارٍ التحميل|טוען|กำลังโหลด)\s*(?:\.{2,3}|…)$/iu;

/** These are words of a language, and not names. */
const FOR_NAMES =
  /^(?:(?:your|insert|enter|add|type|sample|the|full|real|any|some|client|customer|contact|recipient|user)[ _-]?(?:first |last |full )?name(?: here)?|name(?: here| surname| fehlt| missing| unbekannt| unknown)?|(?:first|full|last)[ _]?name[ _](?:here|last[ _]?name)|(?:(?:our |dear |valued |loyal |new )+)?(?:customer|client|kund(?:e|in)|cliente|klient)|username|user ?\d+|(?:john|jane) doe|(?:max|erika|maria) muster(?:mann|frau)|fulano(?: de tal)?|mario rossi di prova|a{3,}|(?:foo|bar|baz)(?: (?:bar|baz))?|sample(?: user| customer)?|demo(?: user| kunde| customer)?|anonym(?:e|ous user|o|us)?|nombre(?: (?:y )?apellidos?)?|prénom(?: (?:et )?nom)?|nome(?: (?:e )?cognome)?|imię(?: i nazwisko)?|vorname nachname|ihr name|dein name|tu nombre|su nombre|votre nom|il tuo nome|seu nome|имя|ваше имя|名前|お名前|氏名|姓名|이름|n\. ?n\.|keine?(?: name)?|leer|ohne(?: namen?)?|sans nom|senza nome|sem nome|bez imienia|sir(?: ?\/ ?| or )madam|to whom it may concern|whom it may concern|lorem|name? pending|pending|please select(?: .*)?|select(?: .*|\.\.\.|…)|bitte (?:aus)?wählen|choose(?: one)?(?:\.\.\.|…)?|-+ ?(?:select|choose|please select|bitte wählen|none) ?-+|see (?:below|above|note|notes)|siehe (?:oben|unten)|s\. ?o\.|dit[ot]o?|same(?: as above)?|gleich|wie oben|removed|redacted|deleted|gelöscht|anonymi[sz]ed|confidential|private|do not (?:call|use|contact|mail)|duplicate|column ?\d+|field ?\d+|spalte ?\d+|zeile ?\d+|row ?\d+|sheet ?\d+|test(?:er|kunde| kunde| customer| person| name| account)|none|no name|noname|unknown|anonymous|test ?\d*|testing|test ?test|test ?user|nobody|dummy|foobar|placeholder|lorem ipsum|to ?do|not (?:available|applicable|set|provided|specified|given)|keine angabe|k\. ?a\.|s\/[dn]|n\. ?d\.|first[ _]?name|last[ _]?name|vorname|nachname|asdf|qwerty|abc|xxx?|tbd|tba|void|empty|default|example|user|admin|administrator|root|unbekannt|desconocido|ninguno|sin nombre|inconnu|aucun|sconosciuto|nessuno|desconhecido|nenhum|brak|onbekend|geen|okänd|неизвестно|нет|тест|テスト|不明|无|無|없음)$/iu;

/** Only in these letters: Na and True are names, too. */
const AS_WRITTEN =
  /^(?:NA|na|info|sales|support|office|no-?reply|webmaster|postmaster|kontakt|hello|hi|hallo|hola|billing|contact|help|service|team|marketing|yes|YES|no|ja|nein|NEIN|JA|oui|si|sí|on|off|ok|OK|guest|GUEST|nil|NIL|nul|NUL|TRUE|true|FALSE|false|WAHR|FALSCH|VRAI|FAUX|VERDADERO|FALSO|VERO|VERDADEIRO|PRAWDA|FAŁSZ|ИСТИНА|ЛОЖЬ|missing|blank)$/u;

/** Families are called so: written like a name, it is one. */
const SURNAMES =
  /^(?:Null|Test|Nil|Sample|Demo|Name|Guest|Blank|Void|Private|Same|Leer|Ohne|Nome|Bar|True|Empty|Default|User|Tester|Client|Foo|Fulano|Pending)$/u;

/** A name and a town, and not what a machine writes for no number. */
const NAN = 'Nan';

/** A company may be called Default or ABC. */
const FOR_COMPANIES =
  /^(?:(?:your|my|our|the|insert|enter|test|sample|example|demo|client|customer|name of|name der|ihre?|muster|beispiel)[ _-]?(?:company|firma|business|organi[sz]ation|unternehmen|empresa|gmbh)(?: name| name here| here| inc\.?| gmbh| ltd\.?)?|company[ _]?(?:name)?|company here|firma|firmenname|empresa|nombre de la empresa|entreprise|nom de l[’']entreprise|azienda|nome azienda|bedrijf|bedrijfsnaam|会社名|公司名称?|test(?:firma| gmbh| inc\.?| ltd\.?)|muster ?(?:gmbh|firma|ag)|example(?: inc\.?| ltd\.?)|lorem ipsum|asdf|qwerty|xyz|to ?do|\d|self|self[- ]employed|selbst(?:st)?ändig|private?|privat|keine?|aucune?|ninguna?|nessuna?|brak|geen|none|nil|no company|unknown|tbd|tba|test|unbekannt|inconnue?|desconocid[ao]|n\.?\s?d\.?)$/iu;

/** A day that is not known has no date. */
const FOR_DATES =
  /^(?:tb[dac]|to be (?:determined|announced|confirmed)|none|unknown|pending|nat|never|unbekannt|keine?|offen|inconnue?|desconocida?|x+|dd.mm.yyyy|mm.dd.yyyy|tt.mm.jjjj|yyyy.mm.dd)$/iu;

/** Warns of words that a machine or a tester left in a cell. They are only told: somebody is called Null. */
export function machineWords({ fields }: SpokenRow): Issue[] {
  const issues: Issue[] = [];
  for (const { header, cell } of fields) {
    const code = cell.length < 40 && cell !== NAN ? faultOf(cell, header) : null;
    if (code === null) continue;
    const what = code === 'name_number' ? 'a number' : 'which looks like a machine’s word,';
    const message = `The script says “${excerpt(cell)}”, ${what} in the cell "${excerpt(header)}". Correct the cell, or leave it if it is meant. If such cells should count as empty, add it to “Words that count as empty” in the sheet's settings.`;
    issues.push({ code, column: header, message, offer: { kind: 'empty-word', word: cell } });
  }
  return issues;
}

function faultOf(cell: string, header: string): 'name_number' | 'machine_word' | null {
  const kind = fieldKind(header);
  const ofPerson = isName(kind);
  if (ofPerson && isLoneNumber(cell)) return 'name_number';
  const isOdd =
    FAILED_FORMULA.test(cell) ||
    LOADING.test(cell) ||
    ((ANYWHERE.test(cell) || (ofPerson && isNoName(cell, header))) &&
      !(kind === 'family name' && SURNAMES.test(cell))) ||
    (kind === 'date' && FOR_DATES.test(cell)) ||
    (kind === 'company' && (FOR_COMPANIES.test(cell) || cellKey(cell) === headerKey(header)));
  return isOdd ? 'machine_word' : null;
}

/** A number and nothing else, where no number belongs. */
export function isLoneNumber(cell: string): boolean {
  return /^[+-]?[\d\s.,/-]*\d[\d\s.,/-]*$/u.test(cell);
}

const BRACKETED = /^[([<"'{]|[)\]>"'}]$/u;

function withoutBrackets(text: string): string {
  return BRACKETED.test(text) ? text.replace(/^[([<"'{]+|[)\]>"'}]+$/gu, '') : text;
}

/** The word of which a text is nothing but repeats. Null when it is one word, or several. */
function repeatedWord(text: string): string | null {
  if (!/\s/u.test(text)) return null;
  const [first = '', ...others] = text.split(/\s+/u);
  return others.every((each) => each === first) ? first : null;
}

/** Whether a cell for a name holds none: also in brackets or twice, only signs, or the header once more. */
function isNoName(cell: string, header: string): boolean {
  const bare = withoutBrackets(repeatedWord(withoutBrackets(cell)) ?? cell);
  return (
    FOR_NAMES.test(bare) ||
    AS_WRITTEN.test(bare) ||
    (bare !== cell && ANYWHERE.test(bare)) ||
    (bare !== cell && /^(?:blank|empty|leer|vide|vacío)$/iu.test(bare)) ||
    /^[\p{P}|+*=~^$#]+$/u.test(cell) ||
    cellKey(cell) === headerKey(header)
  );
}
