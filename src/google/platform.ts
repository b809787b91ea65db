import type { LedgerSheet, Platform } from '../app/ports/ports.ts';
import { createUploads } from '../heygen/assets.ts';
import { createCatalogue } from '../heygen/catalogue.ts';
import { createHeyGen } from '../heygen/client.ts';
import type { HeyGenOptions } from '../heygen/connection.ts';
import { createSpeaking } from '../heygen/speaking.ts';
import { createCache } from './cache.ts';
import { createClock } from './clock.ts';
import { createDialogs } from './dialogs.ts';
import { DocumentValues } from './document-values.ts';
import { createHttp } from './http.ts';
import { findLedger } from './ledger-sheet.ts';
import { createListSheet, TEXTS_LIST, VIDEOS_LIST } from './list-sheet.ts';
import { createLock } from './lock.ts';
import { createMail } from './mail.ts';
import { createNamesSheet } from './names-sheet.ts';
import { OpenDocument } from './open-document.ts';
import { PendingWrites } from './pending-writes.ts';
import { pickedFile } from './picked-file.ts';
import { createSettings } from './settings.ts';
import { createSpreadsheet } from './spreadsheet.ts';
import { createTranslator } from './translator.ts';
import { createTriggers } from './triggers.ts';
import { UserValues } from './user-values.ts';

/** The platform kills an execution after six minutes. No new work begins after four. */
const WORK_MS = 4 * 60_000;

/** Put in by the build. */
declare const VERSION: string;
declare const BUILD: string;
/** Whether this build may send mails. */
declare const MAIL: boolean;

/** The ports over Google's services, for one execution. `triggerId`: the trigger that started it, '' for none. */
export function createPlatform(triggerId = ''): Platform {
  const clock = createClock();
  const deadline = clock.now() + WORK_MS;
  const isPass = triggerId !== '';
  const pending = new PendingWrites(!isPass);
  const document = new OpenDocument(pending, isPass);
  const values = new DocumentValues();
  const user = new UserValues();
  const settings = createSettings(values, user);
  let ledger: LedgerSheet | null = null;
  let hasNoLedger = false;
  const lock = createLock(pending, () => {
    values.forget();
    hasNoLedger = false;
  });
  const optionsFor = (key: string): HeyGenOptions => ({
    http: createHttp(),
    key,
    pause: clock.pause,
    random: clock.random,
    mayPause: (ms) => clock.now() + ms < deadline,
  });
  return {
    spreadsheet: createSpreadsheet(document, pending, settings),
    ledger(create) {
      if (hasNoLedger && !create) return null;
      ledger ??= findLedger(document, create, pending, lock);
      hasNoLedger = ledger === null;
      return ledger;
    },
    videosSheet: createListSheet(VIDEOS_LIST, document, pending),
    textsSheet: createListSheet(TEXTS_LIST, document, pending),
    namesSheet: createNamesSheet(document, pending),
    lock,
    settings,
    triggers: createTriggers(document, triggerId),
    mail: MAIL ? createMail(user, document, clock.now) : null,
    dialogs: createDialogs(document),
    clock,
    cache: createCache(),
    catalogue: (key) => createCatalogue(optionsFor(key)),
    heygen: (key, onCall) =>
      createHeyGen(onCall === undefined ? optionsFor(key) : { ...optionsFor(key), onCall }),
    speaking: (key) => createSpeaking(optionsFor(key)),
    translator: createTranslator(),
    uploads: (key) => createUploads(optionsFor(key)),
    pickedFile,
    keyFingerprint,
    deadline,
    version: VERSION,
    build: BUILD,
  };
}

/** Twelve hexadecimal digits of the key's SHA-256. They distinguish keys and give nothing away. */
function keyFingerprint(key: string): string {
  const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, key, Utilities.Charset.UTF_8);
  return bytes
    .slice(0, 6)
    .map((byte) => (byte & 0xff).toString(16).padStart(2, '0'))
    .join('');
}
