import type { Axis, RefusalSentences } from './refusal-facts.ts';

const LINE: Readonly<Record<Axis, string>> = { row: 'Zeile', column: 'Spalte' };

export const GERMAN: RefusalSentences = {
  allLinesDeleted: (axis) => `Es können nicht alle ${LINE[axis]}n des Tabellenblatts gelöscht werden.`,
  badInterval: (method, allowed) =>
    `Der an ${method} übergebene Wert ist ungültig. Zulässig sind: ${allowed}.`,
  bodyTooLarge: () => 'Grenzwert überschritten: Größe des gesendeten Inhalts bei URLFetch.',
  callNotAllowed: (call) => `Sie sind nicht berechtigt, ${call} aufzurufen`,
  cellOutOfRange: () => 'Zellbezug außerhalb des Bereichs',
  dailyQuota: (service) => `Dienst an einem Tag zu oft aufgerufen: ${service}.`,
  documentUnavailable: () => 'Der Dienst Tabellen ist beim Zugriff auf die Datei fehlgeschlagen.',
  emptyRangeList: () => 'Die Liste muss mindestens einen Bereich enthalten.',
  everythingFrozen: () => 'Es können nicht alle sichtbaren Zeilen des Tabellenblatts fixiert werden.',
  filterExists: () => 'Dieses Tabellenblatt enthält bereits einen Filter.',
  functionNotFound: (name) => `Skriptfunktion nicht gefunden: ${name}`,
  headerTooLong: () => 'Grenzwert überschritten: Länge einer Kopfzeile bei URLFetch.',
  intervalTooShort: () =>
    'Der Abstand zwischen Ausführungen eines Triggers muss mindestens eine Stunde betragen.',
  invalidArgument: (value) => `Ungültiges Argument: ${value}`,
  invalidAttribute: (attribute) => `Ungültiger Attributwert: ${attribute}`,
  invalidEmail: (address) => `Ungültige E-Mail-Adresse: ${address}`,
  invalidEntry: (cell, allowed) =>
    `Die in die Zelle ${cell} eingegebenen Daten verletzen die dafür festgelegten Validierungsregeln. Geben Sie einen der folgenden Werte ein: ${allowed.join(', ')}.`,
  lastSheetHidden: () => 'Es können nicht alle Tabellenblätter ausgeblendet werden.',
  lastSheetRemoved: () => 'Es können nicht alle Tabellenblätter entfernt werden.',
  linesOutOfBounds: (axis) => `Diese ${LINE[axis]}n liegen außerhalb des zulässigen Bereichs.`,
  lockTimeout: () => 'Zeitüberschreitung der Sperre: Ein anderer Prozess hat die Sperre zu lange gehalten.',
  missingScopes: (call, scopes) =>
    `Die angegebenen Berechtigungen reichen nicht aus, um ${call} aufzurufen.${scopes.length === 0 ? '' : ` Erforderliche Berechtigungen: (${scopes.join(' || ')})`}`,
  noConnection: (url) => `DNS-Fehler: ${url}`,
  noHtmlFile: (name) => `Es wurde keine HTML-Datei mit dem Namen ${name} gefunden.`,
  noRecipient: () => 'E-Mail konnte nicht gesendet werden: kein Empfänger',
  noUserInterface: () => 'SpreadsheetApp.getUi() kann in diesem Kontext nicht aufgerufen werden.',
  notHttps: (address) => `Nur https darf abgerufen werden, nicht ${address}`,
  notWhitelisted: (address) => `Diese URL steht nicht in der urlFetchWhitelist: ${address}`,
  oneTriggerOnly: () =>
    'Für dieses Google-Konto wurden in diesem Dokument zu viele zeitgesteuerte Trigger erstellt.',
  outOfRange: (argument, value) => `Argument außerhalb des zulässigen Bereichs: ${argument} ${value}`,
  outsideSheet: () => 'Die Koordinaten des Bereichs liegen außerhalb der Abmessungen des Tabellenblatts.',
  permissionDenied: () =>
    'Beim Lesen aus dem Speicher ist leider ein Fehler aufgetreten. Fehlercode PERMISSION_DENIED.',
  positionOutOfBounds: (position) => `Die Stelle ${position} liegt außerhalb des zulässigen Bereichs.`,
  protectedCell: () =>
    'Sie versuchen, eine geschützte Zelle oder ein geschütztes Objekt zu bearbeiten. Bitten Sie den Eigentümer der Tabelle, den Schutz zu entfernen.',
  protectionStays: () => 'Sie sind nicht berechtigt, diesen Schutz zu entfernen.',
  rangeNotFound: (notation) => `Bereich nicht gefunden: ${notation}`,
  replyTooLarge: (url) => `Grenzwert überschritten: Größe der Antwort bei URLFetch: ${url}`,
  requestFailed: (origin, status, reply) =>
    `Anfrage an ${origin} fehlgeschlagen, zurückgegebener Code: ${status}. Gekürzte Antwort des Servers: ${reply} (vollständige Antwort mit der Option muteHttpExceptions)`,
  sheetNameTaken: (name) =>
    `Ein Tabellenblatt namens „${name}“ existiert bereits. Bitte wählen Sie einen anderen Namen.`,
  sheetNotFound: (gid) => `Tabellenblatt ${gid} nicht gefunden`,
  startTooSmall: (axis) => `Die erste ${LINE[axis]} des Bereichs ist zu klein.`,
  storageFull: () =>
    'Der Speicherplatz für Eigenschaften ist erschöpft. Entfernen Sie einige und versuchen Sie es erneut.',
  timeUp: () => 'Maximale Ausführungszeit überschritten',
  tooFewLines: (axis) => `Der Bereich muss mindestens eine ${LINE[axis]} enthalten.`,
  tooLarge: (argument) => `Argument zu groß: ${argument}`,
  tooManyAtOnce: () => 'Zu viele gleichzeitige Aufrufe: Tabellen.',
  tooManyCells: (most) => `Die Anzahl der Zellen in der Arbeitsmappe würde dadurch ${most} übersteigen.`,
  tooManyCharacters: (most) => `Ihre Eingabe überschreitet die Höchstzahl von ${most} Zeichen je Zelle.`,
  tooManyHeaders: () => 'Grenzwert überschritten: Anzahl der Kopfzeilen bei URLFetch.',
  tooManyInShortTime: (service) =>
    `Dienst in kurzer Zeit zu oft aufgerufen: ${service}. Rufen Sie dazwischen Utilities.sleep(1000) auf.`,
  tooManyRedirects: (url) => `Zu viele Weiterleitungen: ${url}`,
  tooManyTriggers: () => 'Dieses Skript hat zu viele Trigger. Löschen Sie einige, bevor Sie neue hinzufügen.',
  translationFailed: () => 'Dienstfehler: Übersetzen',
  triggerTimeUp: () => 'Der Dienst hat an einem Tag zu viel Rechenzeit verbraucht',
  typedColumn: () => 'Dieser Vorgang ist für Zellen in Spalten mit festem Datentyp nicht zulässig.',
  unavailable: (url) => `Adresse nicht verfügbar: ${url}`,
  unknownAttribute: (name) => `Attribut ohne zugehöriges Feld: ${name}`,
  urlTooLong: () => 'Grenzwert überschritten: Länge der URL bei URLFetch.',
  wrongShape: (axis, data, range) =>
    `Die Anzahl der ${LINE[axis]}n in den Daten entspricht nicht der im Bereich. Die Daten haben ${data}, der Bereich hat ${range}.`,
  wrongSignature: (types, method) =>
    `Die Parameter (${types}) stimmen nicht mit der Methodensignatur für ${method} überein.`,
};
