import type { Axis, RefusalSentences } from './refusal-facts.ts';

const LINE: Readonly<Record<Axis, string>> = { row: 'ligne', column: 'colonne' };

export const FRENCH: RefusalSentences = {
  allLinesDeleted: (axis) => `Impossible de supprimer toutes les ${LINE[axis]}s de la feuille.`,
  badInterval: (method, allowed) =>
    `La valeur transmise à ${method} est incorrecte. Elle doit être égale à l'une des suivantes : ${allowed}.`,
  bodyTooLarge: () => "Limite dépassée : taille de l'envoi pour URLFetch.",
  callNotAllowed: (call) => `Vous n'êtes pas autorisé à appeler ${call}`,
  cellOutOfRange: () => 'Référence de cellule hors plage',
  dailyQuota: (service) => `Service appelé trop souvent en une seule journée : ${service}.`,
  documentUnavailable: () => "Échec du service Feuilles de calcul lors de l'accès au fichier.",
  emptyRangeList: () => 'La liste doit contenir au moins une plage.',
  everythingFrozen: () => 'Impossible de figer toutes les lignes visibles de la feuille.',
  filterExists: () => 'Cette feuille contient déjà un filtre.',
  functionNotFound: (name) => `Fonction de script introuvable : ${name}`,
  headerTooLong: () => "Limite dépassée : longueur d'un en-tête pour URLFetch.",
  intervalTooShort: () =>
    "L'intervalle de récurrence d'un déclencheur de module complémentaire doit être d'au moins une heure.",
  invalidArgument: (value) => `Argument incorrect : ${value}`,
  invalidAttribute: (attribute) => `Attribut fourni avec une valeur incorrecte : ${attribute}`,
  invalidEmail: (address) => `Adresse e-mail incorrecte : ${address}`,
  invalidEntry: (cell, allowed) =>
    `Les données que vous avez saisies dans la cellule ${cell} ne respectent pas les règles de validation définies pour cette cellule. Saisissez l'une des valeurs suivantes : ${allowed.join(', ')}.`,
  lastSheetHidden: () => 'Impossible de masquer toutes les feuilles du fichier.',
  lastSheetRemoved: () => 'Impossible de supprimer toutes les feuilles du fichier.',
  linesOutOfBounds: (axis) => `Ces ${LINE[axis]}s sont hors limites.`,
  lockTimeout: () => 'Verrouillage expiré : un autre processus a conservé le verrou trop longtemps.',
  missingScopes: (call, scopes) =>
    `Les autorisations spécifiées ne sont pas suffisantes pour appeler ${call}.${scopes.length === 0 ? '' : ` Autorisations requises : (${scopes.join(' || ')})`}`,
  noConnection: (url) => `Erreur DNS : ${url}`,
  noHtmlFile: (name) => `Aucun fichier HTML nommé ${name} n'a été trouvé.`,
  noRecipient: () => 'Échec de l’envoi de l’e-mail : aucun destinataire',
  noUserInterface: () => "Impossible d'appeler SpreadsheetApp.getUi() dans ce contexte.",
  notHttps: (address) => `Seul https est accepté, pas ${address}`,
  notWhitelisted: (address) => `Cette URL ne figure pas dans urlFetchWhitelist : ${address}`,
  oneTriggerOnly: () =>
    'Ce module complémentaire a créé trop de déclencheurs horaires dans ce fichier pour ce compte Google.',
  outOfRange: (argument, value) => `Argument hors limites : ${argument} ${value}`,
  outsideSheet: () => 'Les coordonnées de la plage dépassent les dimensions de la feuille.',
  permissionDenied: () =>
    "Une erreur s'est produite lors de la lecture du stockage. Code d'erreur : PERMISSION_DENIED.",
  positionOutOfBounds: (position) => `La place ${position} est hors limites.`,
  protectedCell: () =>
    'Vous essayez de modifier une cellule ou un objet protégés. Demandez au propriétaire de la feuille de calcul de supprimer la protection.',
  protectionStays: () => "Vous n'êtes pas autorisé à supprimer cette protection.",
  rangeNotFound: (notation) => `Plage introuvable : ${notation}`,
  replyTooLarge: (url) => `Limite dépassée : taille de la réponse pour URLFetch : ${url}`,
  requestFailed: (origin, status, reply) =>
    `Échec de la requête pour ${origin}, code renvoyé : ${status}. Réponse du serveur tronquée : ${reply} (utilisez muteHttpExceptions pour la voir en entier)`,
  sheetNameTaken: (name) => `Une feuille nommée « ${name} » existe déjà. Veuillez choisir un autre nom.`,
  sheetNotFound: (gid) => `Feuille ${gid} introuvable`,
  startTooSmall: (axis) => `La première ${LINE[axis]} de la plage est trop petite.`,
  storageFull: () => 'Vous avez dépassé le quota de stockage des propriétés. Supprimez-en, puis réessayez.',
  timeUp: () => "Durée maximale d'exécution dépassée",
  tooFewLines: (axis) => `La plage doit contenir au moins une ${LINE[axis]}.`,
  tooLarge: (argument) => `Argument trop long : ${argument}`,
  tooManyAtOnce: () => "Trop d'appels simultanés : feuilles de calcul.",
  tooManyCells: (most) => `Cette opération ferait dépasser au classeur la limite de ${most} cellules.`,
  tooManyCharacters: (most) => `Votre saisie dépasse le maximum de ${most} caractères par cellule.`,
  tooManyHeaders: () => "Limite dépassée : nombre d'en-têtes pour URLFetch.",
  tooManyInShortTime: (service) =>
    `Service appelé trop souvent en peu de temps : ${service}. Essayez Utilities.sleep(1000) entre les appels.`,
  tooManyRedirects: (url) => `Trop de redirections : ${url}`,
  tooManyTriggers: () => "Ce script a trop de déclencheurs. Supprimez-en avant d'en ajouter.",
  translationFailed: () => 'Erreur du service : Traduction',
  triggerTimeUp: () => 'Le service a utilisé trop de temps de calcul en une seule journée',
  typedColumn: () => "Cette opération n'est pas autorisée dans les colonnes typées.",
  unavailable: (url) => `Adresse indisponible : ${url}`,
  unknownAttribute: (name) => `Attribut fourni sans champ : ${name}`,
  urlTooLong: () => "Limite dépassée : longueur de l'URL pour URLFetch.",
  wrongShape: (axis, data, range) =>
    `Le nombre de ${LINE[axis]}s des données ne correspond pas à celui de la plage. Les données en ont ${data}, la plage en a ${range}.`,
  wrongSignature: (types, method) =>
    `Les paramètres (${types}) ne correspondent pas à la signature de méthode de ${method}.`,
};
