import type { Dialog, DialogAnswer } from '../emulator/services/ui-service.ts';
import type { Steered } from './control.ts';
import type { EngineMessage, EngineOrder } from './messages.ts';

/** What the user of the command answers to the add-on's dialogs. The thread waits until somebody has said Yes or No. */
export function answerTo(
  dialog: Dialog,
  { key }: EngineOrder,
  steered: Steered,
  send: (message: EngineMessage) => void,
): DialogAnswer {
  if (dialog.kind === 'prompt') return { button: 'OK', text: key };
  if (dialog.buttons === 'OK') {
    send({ kind: 'tell', message: dialog.message });
    return { button: 'OK' };
  }
  // A sample is approved by `--approve` alone, and by no other Yes.
  if (dialog.title === 'Approve the sample?') return { button: 'NO' };
  send({ kind: 'ask', title: dialog.title, message: dialog.message });
  return { button: steered.awaitAnswer() ? 'YES' : 'NO' };
}
