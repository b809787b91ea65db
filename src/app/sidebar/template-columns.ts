import { excerpt } from '../../core/issue.ts';
import { templateHeaders } from '../../core/request/template-setup.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { templateAnswer } from '../account/look-up-account.ts';
import { anotherRun, OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { TemplateDetail } from '../ports/catalogue.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { isEmpty, tableFrom } from '../tabs/tab-table.ts';
import type { ColumnsAdded } from './contract.ts';

type Added = Omit<ColumnsAdded, 'sheet'>;

/** Adds the columns that a template needs and the active sheet lacks, behind the user's own. Fills no row. */
export function addTemplateColumns(platform: Platform, templateId: string): Result<Added> {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return failure(OPEN_YOUR_SHEET);
  if (templateId.trim() === '') return failure('Choose a template first.');
  // The template may have been edited in HeyGen a moment ago.
  const answer = templateAnswer(platform, templateId, true);
  if (!answer.ok) return failure(answer.failure.why);
  const template = answer.value;
  if (template === null) {
    return failure(
      `Your HeyGen account has no template ${excerpt(templateId)}. Choose one from the list again.`,
    );
  }
  const held = platform.lock.hold(() => addColumns(tab, template));
  return held.ok ? held.value : failure(anotherRun('No column was added.'));
}

function addColumns(tab: Tab, template: TemplateDetail): Result<Added> {
  const displayed = tab.readDisplayed();
  const table = tableFrom(tab, displayed);
  const [fault] = isEmpty(displayed) ? [] : table.issues;
  if (fault !== undefined) return failure(fault.message);
  const headers = templateHeaders(table, template);
  if (!headers.ok) return headers;
  const added = headers.value.length === 0 ? success(null) : tab.appendHeaders(headers.value);
  if (!added.ok) return added;
  return success({
    added: headers.value.map(({ name }) => name),
    variables: template.variables.map(({ name, type }) => ({ name, type })),
  });
}
