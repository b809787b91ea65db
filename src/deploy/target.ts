/** Where the add-on goes: into a script that belongs to a sheet, or into one that stands alone. */
export interface Target {
  readonly name: 'sheet' | 'add-on';
  /** What clasp's `create-script --type` makes. */
  readonly scriptType: 'sheets' | 'standalone';
  /**
   * clasp's project files that may name the script. The first one with a script id counts. A new script is written
   * into the first file, which git ignores, because the script belongs to one person.
   */
  readonly projectFiles: readonly [string, ...string[]];
}

export const SHEET: Target = {
  name: 'sheet',
  scriptType: 'sheets',
  projectFiles: ['.clasp.local.json', '.clasp.json'],
};

export const ADD_ON: Target = {
  name: 'add-on',
  scriptType: 'standalone',
  projectFiles: ['.clasp.addon.json'],
};

/** The built folder, which is all that is pushed. */
export const BUILT_FOLDER = 'dist';

/** Exactly these files are pushed. */
export const PUSHED_FILES: readonly string[] = ['appsscript.json', 'main.js', 'sidebar.html'];

/** The name of the sheet and of its script. Google shows it as the menu's name under Extensions. */
export const TITLE = 'Reelmerge';
