import type { Dialogs } from '../app/ports/dialogs.ts';
import type { OpenDocument } from './open-document.ts';

/** Dialogs in the spreadsheet's window. Only for executions with a user in front: a trigger has no window. */
export function createDialogs(document: OpenDocument): Dialogs {
  return {
    tell(title, message) {
      const ui = SpreadsheetApp.getUi();
      ui.alert(title, message, ui.ButtonSet.OK);
    },

    ask(title, message) {
      const ui = SpreadsheetApp.getUi();
      return ui.alert(title, message, ui.ButtonSet.YES_NO) === ui.Button.YES;
    },

    choose(title, message) {
      const ui = SpreadsheetApp.getUi();
      const button = ui.alert(title, message, ui.ButtonSet.YES_NO);
      return button === ui.Button.YES ? true : button === ui.Button.NO ? false : null;
    },

    prompt(title, message) {
      const ui = SpreadsheetApp.getUi();
      const answer = ui.prompt(title, message, ui.ButtonSet.OK_CANCEL);
      return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText() : null;
    },

    toast(message) {
      document.file()?.toast(message, 'Reelmerge', 8);
    },
  };
}
