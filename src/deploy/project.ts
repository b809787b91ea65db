import { BUILT_FOLDER, type Target } from './target.ts';

/** The project file of clasp that is in use, and the script that it names. */
export interface Project {
  readonly file: string;
  /** '' until a script was made or named. */
  readonly scriptId: string;
  /** The sheet that the script is bound to; '' when it is bound to none, or to one that is not known. */
  readonly sheetId: string;
}

/** The project to use, or the sentence that says which file cannot be read. */
export type ChosenProject =
  | { readonly kind: 'chosen'; readonly project: Project }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Chooses among the target's project files. `textOf` gives a file's text, null when it is not there. */
export function chooseProject(target: Target, textOf: (file: string) => string | null): ChosenProject {
  for (const file of target.projectFiles) {
    const text = textOf(file);
    if (text === null) continue;
    const settings = readSettings(text);
    if (settings === null) {
      return {
        kind: 'unreadable',
        message: `${file} is not readable as JSON. Correct it, or delete it to have a new script made.`,
      };
    }
    const { scriptId = '', parentId = '' } = settings;
    if (scriptId !== '') return { kind: 'chosen', project: { file, scriptId, sheetId: parentId } };
  }
  return { kind: 'chosen', project: { file: target.projectFiles[0], scriptId: '', sheetId: '' } };
}

/** The text of a project file for clasp. Only without a script id does `create-script` make a new one. */
export function projectText({ scriptId, sheetId }: Project): string {
  const settings = {
    ...(scriptId === '' ? {} : { scriptId }),
    rootDir: BUILT_FOLDER,
    ...(sheetId === '' ? {} : { parentId: sheetId }),
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

function readSettings(text: string): { readonly scriptId?: string; readonly parentId?: string } | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const settings: { scriptId?: string; parentId?: string } = {};
  if ('scriptId' in value && typeof value.scriptId === 'string') settings.scriptId = value.scriptId;
  if ('parentId' in value && typeof value.parentId === 'string') settings.parentId = value.parentId;
  return settings;
}
