import type { Owner, Settings, TriggerRecord } from '../app/ports/ports.ts';
import { keptRecordings, type Recording, readRecordings } from '../core/hear/recordings.ts';
import { type AccountMemory, UNKNOWN_ACCOUNT } from '../core/jobs/account.ts';
import { parsedJson } from '../core/json.ts';
import { correctedPrices } from '../core/request/learned-prices.ts';
import type { Prices } from '../core/request/price.ts';
import { PUBLISHED_PRICES } from '../core/request/published-prices.ts';
import { readSheetSettings, type SheetSettings } from '../core/settings/sheet-settings.ts';
import type { Corrections } from '../core/sheet/corrections.ts';
import { keepable, keptNames } from '../core/sheet/names-sheet.ts';
import type { DocumentValues } from './document-values.ts';
import { inParts, readLong, writeLong } from './long-property.ts';
import type { UserValues } from './user-values.ts';

const KEY = 'HEYGEN_KEY';
const OWNER = 'HEYGEN_OWNER';
const ACCOUNT = 'HEYGEN_ACCOUNT';
const UPDATES_OFF = 'AUTOMATIC_UPDATES_OFF';
const PRICES = 'PRICES';
const DEFAULTS = 'DEFAULTS_';
const SHEET = 'SHEET_';
const REST = 'REST_UNTIL_';
const CLICK = 'CLICK_';
const SENT = 'SENT_KEYS';
const TRIGGER = 'TRIGGER_';
const HEARD = 'HEARD';
const NAMES = 'NAMES';
const LINKS = 'LINKS_DUE_';

/** So many keys fit into one value. */
const MOST_KEYS = 250;

/** User properties hold the key and what belongs to its account. Document properties hold the sheets' defaults. */
export function createSettings(document: DocumentValues, user: UserValues): Settings {
  const sheets = new Map<number, SheetSettings>();
  let corrections: Corrections | null = null;
  const userProperties = () => user.all();
  const setUser = (values: Readonly<Record<string, string>>): void => user.set(values);
  const setMarks = (values: Readonly<Record<string, string>>): void => {
    PropertiesService.getDocumentProperties()?.setProperties({ ...values });
    document.know(values);
  };
  const setMark = (name: string, value: string): void => setMarks({ [name]: value });
  const owner = (): Owner | null => {
    const kept = parsed(userProperties()[OWNER]);
    return isOwner(kept) ? kept : null;
  };
  const account = (): AccountMemory => {
    const store = { getProperty: (name: string) => userProperties()[name] ?? null };
    const kept = parsed(readLong(store, ACCOUNT));
    return typeof kept === 'object' && kept !== null ? { ...UNKNOWN_ACCOUNT, ...kept } : UNKNOWN_ACCOUNT;
  };
  const priceTable = (): Prices => {
    const kept = parsed(userProperties()[PRICES]);
    return isPrices(kept) ? merged(kept) : PUBLISHED_PRICES;
  };
  return {
    apiKey: () => userProperties()[KEY] ?? null,
    owner,

    connect(key, newOwner) {
      // What was learned of another account does not hold for this one.
      const same = owner()?.name === newOwner.name;
      const forgotten = same ? {} : { [ACCOUNT]: JSON.stringify(UNKNOWN_ACCOUNT) };
      setUser({ [KEY]: key, [OWNER]: JSON.stringify(newOwner), ...forgotten });
    },

    disconnect() {
      user.remove(KEY);
    },

    account,

    rememberAccount(learned: AccountMemory) {
      setUser(inParts(ACCOUNT, JSON.stringify(learned)));
    },

    restUntil: (ofOwner) => Number(document.getProperty(REST + ofOwner.name) ?? 0),
    setRestUntil(ofOwner, moment, record = null) {
      const more =
        record === null
          ? { [CLICK + ofOwner.name]: String(Date.now()) }
          : { [TRIGGER + ofOwner.name]: JSON.stringify(record) };
      setMarks({ [REST + ofOwner.name]: String(moment), ...more });
    },
    owners: () =>
      Object.keys(document.all())
        .filter((name) => name.startsWith(REST))
        .map((name) => ({ name: name.slice(REST.length) })),
    lastClick: (ofOwner) => document.getProperty(CLICK + ofOwner.name) ?? '',

    sentKeys: () => (document.getProperty(SENT) ?? '').split(' ').filter((key) => key !== ''),
    rememberSent: (keys) => setMark(SENT, keys.slice(-MOST_KEYS).join(' ')),

    // A default script may have 5,000 characters, in every alphabet.
    defaults(tab) {
      const kept = parsed(readLong(document, DEFAULTS + tab));
      return isTexts(kept) ? kept : {};
    },

    setDefaults(tab, defaults) {
      const store = PropertiesService.getDocumentProperties();
      if (store !== null) writeLong(store, DEFAULTS + tab, JSON.stringify(defaults));
      document.forget();
    },

    ofSheet(tab) {
      const known = sheets.get(tab);
      if (known !== undefined) return known;
      const read = readSheetSettings(parsed(readLong(document, SHEET + tab)));
      sheets.set(tab, read);
      return read;
    },

    setForSheet(tab, set) {
      sheets.set(tab, set);
      const store = PropertiesService.getDocumentProperties();
      if (store !== null) writeLong(store, SHEET + tab, JSON.stringify(set));
    },

    prices: () => correctedPrices(priceTable(), account().charges.learned),
    priceTable,
    setPrices: (prices) => setUser({ [PRICES]: JSON.stringify(prices) }),

    recordings: () => readRecordings(parsed(readLong(document, HEARD))),
    keepRecordings(recordings: readonly Recording[]) {
      const store = PropertiesService.getDocumentProperties();
      if (store !== null) writeLong(store, HEARD, JSON.stringify(keptRecordings(recordings)));
      document.forget();
    },

    corrections() {
      corrections ??= keptNames(parsed(readLong(document, NAMES)));
      return corrections;
    },
    keepCorrections(next) {
      corrections = next;
      const store = PropertiesService.getDocumentProperties();
      if (store !== null) writeLong(store, NAMES, JSON.stringify(keepable(next)));
      document.forget();
    },

    automaticUpdates: () => userProperties()[UPDATES_OFF] !== 'yes',
    setAutomaticUpdates: (on) => setUser({ [UPDATES_OFF]: on ? 'no' : 'yes' }),

    linksDue(ofOwner) {
      const kept = document.getProperty(LINKS + ofOwner.name) ?? '';
      return kept === '' ? null : Number(kept);
    },
    setLinksDue: (ofOwner, moment) => setMark(LINKS + ofOwner.name, moment === null ? '' : String(moment)),

    triggerRecord(ofOwner) {
      const kept = parsed(document.getProperty(TRIGGER + ofOwner.name));
      return isTriggerRecord(kept) ? kept : null;
    },
    recordTrigger: (ofOwner, record) => setMark(TRIGGER + ofOwner.name, JSON.stringify(record)),
  };
}

/** An older version or a person may have written a setting. One that cannot be read counts as unset. */
function parsed(text: string | null | undefined): unknown {
  return text === null || text === undefined ? null : (parsedJson(text) ?? null);
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('names' in value)) return false;
  return typeof value.name === 'string' && Array.isArray(value.names);
}

function isTriggerRecord(value: unknown): value is TriggerRecord {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('seenAt' in value)) return false;
  return (value.kind === 'each-minute' || value.kind === 'hourly') && typeof value.seenAt === 'number';
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

/** An older version kept prices without `perVideo`. */
type KeptPrices = Omit<Prices, 'perVideo'> & Partial<Pick<Prices, 'perVideo'>>;

function isPrices(value: unknown): value is KeptPrices {
  if (typeof value !== 'object' || value === null) return false;
  if (!('asOf' in value) || typeof value.asOf !== 'string') return false;
  if (!('perSecond' in value) || !isAmounts(value.perSecond)) return false;
  return !('perVideo' in value) || isAmounts(value.perVideo);
}

function isAmounts(value: unknown): value is Readonly<Record<string, number>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((price) => typeof price === 'number')
  );
}

/** What the user's prices leave out has its published price. */
function merged({ asOf, perSecond, perVideo }: KeptPrices): Prices {
  return {
    asOf,
    perSecond: { ...PUBLISHED_PRICES.perSecond, ...perSecond },
    perVideo: { ...PUBLISHED_PRICES.perVideo, ...perVideo },
  };
}
