/** Rows or columns. */
export type Axis = 'row' | 'column';

/** Everything that the platform refuses, and what its sentence tells about the case. */
export interface RefusalFacts {
  readonly allLinesDeleted: readonly [axis: Axis];
  readonly badInterval: readonly [method: string, allowed: readonly number[]];
  readonly bodyTooLarge: readonly [];
  readonly callNotAllowed: readonly [call: string];
  readonly cellOutOfRange: readonly [];
  readonly dailyQuota: readonly [service: string];
  readonly documentUnavailable: readonly [];
  readonly emptyRangeList: readonly [];
  readonly everythingFrozen: readonly [];
  readonly filterExists: readonly [];
  readonly functionNotFound: readonly [name: string];
  readonly headerTooLong: readonly [];
  readonly intervalTooShort: readonly [];
  readonly invalidArgument: readonly [value: string];
  readonly invalidAttribute: readonly [attribute: string];
  readonly invalidEmail: readonly [address: string];
  readonly invalidEntry: readonly [cell: string, allowed: readonly string[]];
  readonly lastSheetHidden: readonly [];
  readonly lastSheetRemoved: readonly [];
  readonly linesOutOfBounds: readonly [axis: Axis];
  readonly lockTimeout: readonly [];
  readonly missingScopes: readonly [call: string, scopes: readonly string[]];
  readonly noConnection: readonly [url: string];
  readonly noHtmlFile: readonly [name: string];
  readonly noRecipient: readonly [];
  readonly noUserInterface: readonly [];
  readonly notHttps: readonly [address: string];
  readonly notWhitelisted: readonly [address: string];
  readonly oneTriggerOnly: readonly [];
  readonly outOfRange: readonly [argument: string, value: number];
  readonly outsideSheet: readonly [];
  readonly permissionDenied: readonly [];
  readonly positionOutOfBounds: readonly [position: number];
  readonly protectedCell: readonly [];
  readonly protectionStays: readonly [];
  readonly rangeNotFound: readonly [notation: string];
  readonly replyTooLarge: readonly [url: string];
  readonly requestFailed: readonly [origin: string, status: number, reply: string];
  readonly sheetNameTaken: readonly [name: string];
  readonly sheetNotFound: readonly [gid: number];
  readonly startTooSmall: readonly [axis: Axis];
  readonly storageFull: readonly [];
  readonly timeUp: readonly [];
  readonly tooFewLines: readonly [axis: Axis];
  readonly tooLarge: readonly [argument: string];
  readonly tooManyAtOnce: readonly [];
  readonly tooManyCells: readonly [most: number];
  readonly tooManyCharacters: readonly [most: number];
  readonly tooManyHeaders: readonly [];
  readonly tooManyInShortTime: readonly [service: string];
  readonly tooManyRedirects: readonly [url: string];
  readonly tooManyTriggers: readonly [];
  readonly translationFailed: readonly [];
  readonly triggerTimeUp: readonly [];
  readonly typedColumn: readonly [];
  readonly unavailable: readonly [url: string];
  readonly unknownAttribute: readonly [name: string];
  readonly urlTooLong: readonly [];
  readonly wrongShape: readonly [axis: Axis, data: number, range: number];
  readonly wrongSignature: readonly [types: string, method: string];
}

/** One language's sentence for each refusal. */
export type RefusalSentences = {
  readonly [Name in keyof RefusalFacts]: (...facts: RefusalFacts[Name]) => string;
};
