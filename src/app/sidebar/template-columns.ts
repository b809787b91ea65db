import { excerpt } from '../../core/issue.ts';
import { templateHeaders } from '../../core/request/template-setup.ts';
import { templateAnswer } from '../account/look-up-account.ts';
import type { Platform } from '../ports/ports.ts';
import { tableFrom } from '../tabs/tab-table.ts';

/** What was added, or the sentence that says why nothing was. */
export type ColumnsOutcome =
  | {
      readonly added: readonly string[];
      readonly variables: readonly { readonly name: string; readonly type: string }[];
    }
  | { readonly message: string };

/** Adds behind the user's columns those that a template needs and the active sheet lacks. Fills no row. */
export function addTemplateColumns(platform: Platform, templateId: string): ColumnsOutcome {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return { message: 'Open the sheet with your rows.' };
  if (templateId.trim() === '') return { message: 'Choose a template first.' };
  // The template may have been edited in HeyGen a moment ago.
  const answer = templateAnswer(platform, templateId, true);
  if (!answer.ok) return { message: answer.failure.why };
  const template = answer.value;
  if (template === null) {
    return {
      message: `The template ${excerpt(templateId)} is not among those of your HeyGen account. Choose it again from the list.`,
    };
  }
  const held = platform.lock.hold((): ColumnsOutcome => {
    const displayed = tab.readDisplayed();
    const table = tableFrom(tab, displayed);
    const empty = displayed.every((line) => line.every((cell) => cell.trim() === ''));
    const [fault] = empty ? [] : table.issues;
    if (fault !== undefined) return { message: fault.message };
    const headers = templateHeaders(table, template);
    if (!headers.ok) return { message: headers.failure };
    const refusal = headers.value.length === 0 ? null : tab.appendHeaders(headers.value);
    if (refusal !== null) return refusal;
    return {
      added: headers.value.map(({ name }) => name),
      variables: template.variables.map(({ name, type }) => ({ name, type })),
    };
  });
  return held.kind === 'busy'
    ? { message: 'Another run of Reelmerge is writing to this spreadsheet. Try again in a minute.' }
    : held.value;
}
