import * as z from 'zod';
import { GOOGLE_DAY_NAMES } from './bad-days.ts';

const sheet = z.string();
const line = z.int().min(1);
const count = z.int().min(1).max(10_000);
const text = z.string().max(50_000);
const block = z.strictObject({ row: line, column: line, rows: z.int().min(1), columns: z.int().min(1) });

/** What the user may do on the page. Rows and columns are 1-based; sheets go by name. */
export const userActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('type'),
    sheet,
    cells: z.array(z.strictObject({ row: line, column: line, text })).max(100_000),
  }),
  z.strictObject({ kind: z.literal('clear'), sheet, blocks: z.array(block).max(1_000) }),
  /** `moved`: the block that was cut and has come with the text. It is cleared. */
  z.strictObject({
    kind: z.literal('paste'),
    sheet,
    into: block,
    text: z.string(),
    moved: z.strictObject({ sheet, block }).nullable(),
  }),
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('redo') }),
  z.strictObject({ kind: z.literal('select'), sheet, ranges: z.array(z.string()).max(1_000) }),
  z.strictObject({ kind: z.literal('sort'), sheet, column: line, ascending: z.boolean() }),
  z.strictObject({ kind: z.literal('filter'), sheet, column: line, hidden: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('clear-filter'), sheet }),
  z.strictObject({ kind: z.literal('hide-rows'), sheet, first: line, count }),
  z.strictObject({ kind: z.literal('show-rows'), sheet, first: line, count }),
  z.strictObject({ kind: z.literal('insert-rows'), sheet, before: line, count }),
  z.strictObject({ kind: z.literal('delete-rows'), sheet, first: line, count }),
  z.strictObject({ kind: z.literal('duplicate-row'), sheet, row: line }),
  z.strictObject({ kind: z.literal('add-sheet'), name: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('rename-sheet'), sheet, name: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('duplicate-sheet'), sheet }),
  z.strictObject({ kind: z.literal('delete-sheet'), sheet }),
  z.strictObject({ kind: z.literal('activate-sheet'), sheet }),
  z.strictObject({ kind: z.literal('menu'), functionName: z.string() }),
  z.strictObject({ kind: z.literal('close-sidebar') }),
  z.strictObject({ kind: z.literal('speed'), speed: z.number().min(1).max(3_600) }),
  z.strictObject({ kind: z.literal('run-trigger') }),
  z.strictObject({ kind: z.literal('google-days'), days: z.array(z.enum(GOOGLE_DAY_NAMES)) }),
  z.strictObject({ kind: z.literal('language'), language: z.enum(['en', 'de', 'fr', 'ja']) }),
  z.strictObject({ kind: z.literal('kill'), atCall: z.int().min(1).max(10_000).nullable() }),
]);

export type UserAction = z.infer<typeof userActionSchema>;

/** Changes of the simulated HeyGen. What is left out stays as it is. */
export const heygenSchema = z.strictObject({
  slots: z.int().min(1).max(1_000).optional(),
  renderSeconds: z.int().min(1).max(86_400).optional(),
  days: z.array(z.string()).optional(),
  takesTests: z.boolean().optional(),
});

export type HeyGenChange = z.infer<typeof heygenSchema>;

const formField = z.union([
  z.string(),
  z.strictObject({ name: z.string(), type: z.string(), base64: z.string() }),
]);

/** A call of the sidebar. A call with a form has no arguments, but the form's fields in their order. */
export const callSchema = z.strictObject({
  functionName: z.string(),
  args: z.array(z.unknown()),
  form: z.array(z.tuple([z.string(), formField])).optional(),
});

export type SentCall = z.infer<typeof callSchema>;

/** The fields of a form on their way from the sidebar: text, or a file with its bytes in base64. */
export type SentForm = NonNullable<SentCall['form']>;

export const answerSchema = z.strictObject({
  id: z.int(),
  button: z.enum(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
  text: z.string().max(50_000).optional(),
});

export type DialogReply = z.infer<typeof answerSchema>;
