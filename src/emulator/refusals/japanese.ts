import type { Axis, RefusalSentences } from './refusal-facts.ts';

const LINE: Readonly<Record<Axis, string>> = { row: '行', column: '列' };

export const JAPANESE: RefusalSentences = {
  allLinesDeleted: (axis) => `シートのすべての${LINE[axis]}を削除することはできません。`,
  badInterval: (method, allowed) =>
    `${method} に渡された値は無効です。次のいずれかを指定してください: ${allowed}`,
  bodyTooLarge: () => '制限を超えました: URLFetch の送信サイズ。',
  callNotAllowed: (call) => `${call} を呼び出す権限がありません`,
  cellOutOfRange: () => 'セル参照が範囲外です',
  dailyQuota: (service) => `1 日にサービス ${service} を実行した回数が多すぎます。`,
  documentUnavailable: () => 'ドキュメントにアクセス中に、サービス「スプレッドシート」に失敗しました。',
  emptyRangeList: () => '範囲リストには少なくとも 1 つの範囲が必要です。',
  everythingFrozen: () => 'シートに表示されているすべての行を固定することはできません。',
  filterExists: () => 'このシートにはすでにフィルタがあります。',
  functionNotFound: (name) => `スクリプト関数が見つかりません: ${name}`,
  headerTooLong: () => '制限を超えました: URLFetch のヘッダーの長さ。',
  intervalTooShort: () => 'アドオンのトリガーの間隔は 1 時間以上にする必要があります。',
  invalidArgument: (value) => `引数が無効です: ${value}`,
  invalidAttribute: (attribute) => `属性の値が無効です: ${attribute}`,
  invalidEmail: (address) => `メールが無効です: ${address}`,
  invalidEntry: (cell, allowed) =>
    `セル ${cell} に入力したデータは、このセルに設定されているデータの入力規則に違反しています。次のいずれかの値を入力してください: ${allowed.join(', ')}`,
  lastSheetHidden: () => 'すべてのシートを非表示にすることはできません。',
  lastSheetRemoved: () => 'すべてのシートを削除することはできません。',
  linesOutOfBounds: (axis) => `これらの${LINE[axis]}は範囲外です。`,
  lockTimeout: () => 'ロックのタイムアウト: 別のプロセスがロックを保持している時間が長すぎました。',
  missingScopes: (call, scopes) =>
    `指定された権限では ${call} を呼び出すことができません。${scopes.length === 0 ? '' : `必要な権限: (${scopes.join(' || ')})`}`,
  noConnection: (url) => `DNS エラー: ${url}`,
  noHtmlFile: (name) => `${name} という名前の HTML ファイルは見つかりませんでした。`,
  noRecipient: () => 'メールを送信できませんでした: 受信者が指定されていません',
  noUserInterface: () => 'このコンテキストから SpreadsheetApp.getUi() を呼び出せません。',
  notHttps: (address) => `取得できるのは https のみです: ${address}`,
  notWhitelisted: (address) => `urlFetchWhitelist にない URL です: ${address}`,
  oneTriggerOnly: () => 'このドキュメントで、この Google アカウントの時間主導型トリガーが多すぎます。',
  outOfRange: (argument, value) => `引数が範囲外です: ${argument} ${value}`,
  outsideSheet: () => '範囲の座標がシートの範囲外です。',
  permissionDenied: () =>
    '申し訳ありませんが、ストレージからの読み込み中にエラーが発生しました。エラーコード: PERMISSION_DENIED。',
  positionOutOfBounds: (position) => `位置 ${position} は範囲外です。`,
  protectedCell: () =>
    '保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに連絡して保護を解除してもらってください。',
  protectionStays: () => 'この保護を解除する権限がありません。',
  rangeNotFound: (notation) => `範囲が見つかりません: ${notation}`,
  replyTooLarge: (url) => `制限を超えました: URLFetch の応答サイズ: ${url}`,
  requestFailed: (origin, status, reply) =>
    `${origin} のリクエストに失敗しました（エラー: ${status}）。サーバー応答の一部: ${reply}（応答の全文を見るには muteHttpExceptions オプションを使用してください）`,
  sheetNameTaken: (name) => `シート名「${name}」はすでに存在しています。別の名前を入力してください。`,
  sheetNotFound: (gid) => `シート ${gid} が見つかりません`,
  startTooSmall: (axis) => `範囲の最初の${LINE[axis]}が小さすぎます。`,
  storageFull: () => 'プロパティの保存容量の上限を超えました。一部を削除してからもう一度お試しください。',
  timeUp: () => '起動時間の最大値を超えました',
  tooFewLines: (axis) => `範囲の${LINE[axis]}数は 1 以上にする必要があります。`,
  tooLarge: (argument) => `引数が大きすぎます: ${argument}`,
  tooManyAtOnce: () => '同時呼び出しが多すぎます: スプレッドシート。',
  tooManyCells: (most) => `この操作を行うと、ブックのセル数が上限の ${most} を超えます。`,
  tooManyCharacters: (most) => `1 つのセルに入力できる最大文字数 ${most} を超えています。`,
  tooManyHeaders: () => '制限を超えました: URLFetch のヘッダー数。',
  tooManyInShortTime: (service) =>
    `短時間にサービス ${service} を実行した回数が多すぎます。呼び出しの間に Utilities.sleep(1000) を試してください。`,
  tooManyRedirects: (url) => `リダイレクトが多すぎます: ${url}`,
  tooManyTriggers: () => 'このスクリプトのトリガーが多すぎます。追加する前にトリガーを削除してください。',
  translationFailed: () => 'サービスエラー: 翻訳',
  triggerTimeUp: () => '1 日にサービスがコンピュータを使用した時間が長すぎます',
  typedColumn: () => '型付きの列のセルではこの操作を行えません。',
  unavailable: (url) => `使用できないアドレス: ${url}`,
  unknownAttribute: (name) => `フィールドのない属性が指定されました: ${name}`,
  urlTooLong: () => '制限を超えました: URLFetch の URL の長さ。',
  wrongShape: (axis, data, range) =>
    `データの${LINE[axis]}数が範囲の${LINE[axis]}数と一致しません。データは ${data} ですが、範囲は ${range} です。`,
  wrongSignature: (types, method) =>
    `パラメータ（${types}）が ${method} のメソッドのシグネチャと一致しません。`,
};
