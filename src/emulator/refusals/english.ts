import type { RefusalSentences } from './refusal-facts.ts';

/** As Google words them, where its wording is known. */
export const ENGLISH: RefusalSentences = {
  allLinesDeleted: (axis) => `You can't delete all the ${axis}s on the sheet.`,
  badInterval: (method, allowed) =>
    `The value you passed to ${method} was invalid. It must be one of ${allowed}.`,
  bodyTooLarge: () => 'Limit Exceeded: URLFetch POST Size.',
  callNotAllowed: (call) => `You do not have permission to call ${call}`,
  cellOutOfRange: () => 'Cell reference out of range',
  dailyQuota: (service) => `Service invoked too many times for one day: ${service}.`,
  documentUnavailable: () => 'Service Spreadsheets failed while accessing the document.',
  emptyRangeList: () => 'The range list must contain at least one range.',
  everythingFrozen: () => "You can't freeze all visible rows on the sheet.",
  filterExists: () => "You can't create a filter in a sheet that already has a filter.",
  functionNotFound: (name) => `Script function not found: ${name}`,
  headerTooLong: () => 'Limit Exceeded: URLFetch Header Length.',
  intervalTooShort: () => 'The recurrence interval for an Add-on trigger must be at least one hour.',
  invalidArgument: (value) => `Invalid argument: ${value}`,
  invalidAttribute: (attribute) => `Attribute provided with invalid value: ${attribute}`,
  invalidEmail: (address) => `Invalid email: ${address}`,
  invalidEntry: (cell, allowed) =>
    `The data you entered in cell ${cell} violates the data validation rules set on this cell. Please enter one of the following values: ${allowed.join(', ')}.`,
  lastSheetHidden: () => "You can't hide all the sheets in a document.",
  lastSheetRemoved: () => "You can't remove all the sheets in a document.",
  linesOutOfBounds: (axis) => `Those ${axis}s are out of bounds.`,
  lockTimeout: () => 'Lock timeout: another process was holding the lock for too long.',
  missingScopes: (call, scopes) =>
    `Specified permissions are not sufficient to call ${call}.${scopes.length === 0 ? '' : ` Required permissions: (${scopes.join(' || ')})`}`,
  noConnection: (url) => `DNS error: ${url}`,
  noHtmlFile: (name) => `No HTML file named ${name} was found.`,
  noRecipient: () => 'Failed to send email: no recipient',
  noUserInterface: () => 'Cannot call SpreadsheetApp.getUi() from this context.',
  notHttps: (address) => `Only https may be fetched by this add-on, not ${address}`,
  notWhitelisted: (address) =>
    `Attempt to fetch a URL that is not in the urlFetchWhitelist of the manifest: ${address}`,
  oneTriggerOnly: () =>
    'This add-on has created too many time-based triggers in this document for this Google user account.',
  outOfRange: (argument, value) => `Argument out of range: ${argument} ${value}`,
  outsideSheet: () => 'The coordinates of the range are outside the dimensions of the sheet.',
  permissionDenied: () =>
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
  positionOutOfBounds: (position) => `The position ${position} is out of bounds.`,
  protectedCell: () =>
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  protectionStays: () => 'You do not have permission to remove this protection.',
  rangeNotFound: (notation) => `Range not found: ${notation}`,
  replyTooLarge: (url) => `Limit Exceeded: URLFetch response size: ${url}`,
  requestFailed: (origin, status, reply) =>
    `Request failed for ${origin} returned code ${status}. Truncated server response: ${reply} (use muteHttpExceptions option to examine full response)`,
  sheetNameTaken: (name) => `A sheet with the name "${name}" already exists. Please enter another name.`,
  sheetNotFound: (gid) => `Sheet ${gid} not found`,
  startTooSmall: (axis) => `The starting ${axis} of the range is too small.`,
  storageFull: () =>
    'You have exceeded the property storage quota. Please remove some properties and try again.',
  timeUp: () => 'Exceeded maximum execution time',
  tooFewLines: (axis) => `The number of ${axis}s in the range must be at least 1.`,
  tooLarge: (argument) => `Argument too large: ${argument}`,
  tooManyAtOnce: () => 'Too many simultaneous invocations: Spreadsheets.',
  tooManyCells: (most) =>
    `This action would increase the number of cells in the workbook above the limit of ${most} cells.`,
  tooManyCharacters: (most) =>
    `Your input contains more than the maximum of ${most} characters in a single cell.`,
  tooManyHeaders: () => 'Limit Exceeded: URLFetch Header Count.',
  tooManyInShortTime: (service) =>
    `Service invoked too many times in a short time: ${service}. Try Utilities.sleep(1000) between calls.`,
  tooManyRedirects: (url) => `Too many redirects: ${url}`,
  tooManyTriggers: () =>
    'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  translationFailed: () => 'Service error: Translate',
  triggerTimeUp: () => 'Service using too much computer time for one day',
  typedColumn: () => 'This operation is not allowed on cells in typed columns.',
  unavailable: (url) => `Address unavailable: ${url}`,
  unknownAttribute: (name) => `Attribute provided with no field: ${name}`,
  urlTooLong: () => 'Limit Exceeded: URLFetch URL Length.',
  wrongShape: (axis, data, range) =>
    `The number of ${axis}s in the data does not match the number of ${axis}s in the range. The data has ${data} but the range has ${range}.`,
  wrongSignature: (types, method) =>
    `The parameters (${types}) don't match the method signature for ${method}.`,
};
