/** Words to the user. The execution waits until a dialog is answered, so no lock may be held. */
export interface Dialogs {
  tell(title: string, message: string): void;
  /** True for Yes. */
  ask(title: string, message: string): boolean;
  /** Yes or No; null when dismissed. */
  choose(title: string, message: string): boolean | null;
  /** What was typed, null when dismissed. */
  prompt(title: string, message: string): string | null;
  /** A message that disappears by itself. */
  toast(message: string): void;
}
