import { cellKey, headerKey } from '../columns/columns.ts';
import { excerpt, type Issue } from '../issue.ts';
import { fieldKind, isName } from '../merge/field-kind.ts';
import type { SpokenRow } from './spoken-row.ts';

/** No person writes these into any cell. */
const ANYWHERE =
  /^(?:null|\(null\)|<null>|undefined|nan|n\/a|n\.a\.|#n\/a n\/a|\[object object\]|true\/false|none\/null|invalid date|\\n|n\\a|-{1,3}|–|—|\?{1,3}|\.{2,3}|_+|x{3,}|#{3,})$/iu;

/** Errors that Sheets is known to show block a row. This finds those of other tables and languages. */
const FAILED_FORMULA =
  /^#[¡¿]?[\p{L}/0-9]{2,20}[!?]$|^#(?:NV|N\/D|N\/B|N\/V|YOK|Н\/Д|SAKNAS|I\/T|HIÁNYZIK|PUUTTUU!?)!?$/u;

/** What a cell shows while its formula works. */
const LOADING =
  /^(?:loading|wird geladen|laden|chargement(?: en cours)?|cargando|caricamento(?: in corso)?|carregando|a carregar|ładowanie|wczytywanie|загрузка|завантаження|yükleniyor|laddar|indlæser|laster|ladataan|betöltés|načítání|se încarcă|読み込み中|加载中|正在加载|載入中|로드 중|جارٍ التحميل|טוען|กำลังโหลด)\s*(?:\.{2,3}|…)$/iu;

/** These are words of a language, and not names. */
const FOR_NAMES =
  /^(?:none|no name|noname|unknown|anonymous|test ?\d*|testing|test ?test|test ?user|nobody|dummy|foobar|placeholder|lorem ipsum|to ?do|not (?:available|applicable|set|provided|specified|given)|keine angabe|k\. ?a\.|s\/[dn]|n\. ?d\.|first[ _]?name|last[ _]?name|vorname|nachname|asdf|qwerty|abc|xxx?|tbd|tba|void|empty|default|example|user|admin|unbekannt|desconocido|ninguno|sin nombre|inconnu|aucun|sconosciuto|nessuno|desconhecido|nenhum|brak|onbekend|geen|okänd|неизвестно|нет|тест|テスト|不明|无|無|없음)$/iu;

/** Only in these letters: Na and True are names, too. */
const AS_WRITTEN = /^(?:NA|na|nil|NIL|nul|NUL|TRUE|true|FALSE|false|WAHR|FALSCH|VRAI|FAUX|missing|blank)$/u;

/** A company may be called Default or ABC. */
const FOR_COMPANIES =
  /^(?:none|nil|no company|unknown|tbd|tba|test|unbekannt|inconnue?|desconocid[ao]|n\.?\s?d\.?)$/iu;

/** Warns of words that a machine or a tester left in a cell. They are only told: somebody is called Null. */
export function machineWords({ fields }: SpokenRow): Issue[] {
  const issues: Issue[] = [];
  for (const { header, cell } of fields) {
    const code = cell.length < 40 ? faultOf(cell, header) : null;
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
  if (ofPerson && /^[+-]?[\d\s.,/-]*\d[\d\s.,/-]*$/u.test(cell)) return 'name_number';
  const isOdd =
    ANYWHERE.test(cell) ||
    FAILED_FORMULA.test(cell) ||
    LOADING.test(cell) ||
    (ofPerson && isNoName(cell, header)) ||
    (kind === 'company' && FOR_COMPANIES.test(cell));
  return isOdd ? 'machine_word' : null;
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
