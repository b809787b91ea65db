/** Where the add-on is put: a script bound to a sheet of its own, or a script that stands alone. */
export interface Target {
  readonly name: 'sheet' | 'add-on';
  /** What clasp's `create-script --type` makes. */
  readonly scriptType: 'sheets' | 'standalone';
  /**
   * Project files of clasp that may name the script, the first one with a script id counts. A new script
   * is written into the first: it belongs to one person, so that git does not see it.
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

/** Exactly these are pushed, and nothing else. */
export const PUSHED_FILES: readonly string[] = ['appsscript.json', 'main.js', 'sidebar.html'];

/** Name of the sheet and of its script; Google shows it as the menu's name under Extensions. */
export const TITLE = 'Reelmerge';
