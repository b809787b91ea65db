/** One way to get a browser. */
export interface Installation {
  readonly name: string;
  readonly announcement: string;
  /** To be run in order, each only when the one before it went well. */
  readonly commands: readonly (readonly [string, ...string[]])[];
}

const BY_APT: Installation = {
  name: 'apt-get',
  announcement: 'Installing the package "chromium" with apt-get.',
  commands: [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ],
};

const BY_PLAYWRIGHT: Installation = {
  name: "playwright-core's installer",
  announcement: "Downloading Chromium with playwright-core's installer.",
  commands: [['npx', '--no-install', 'playwright-core', 'install', 'chromium']],
};

/**
 * The ways to try, in order. Only Debian's own `chromium` package holds a browser: Ubuntu's is a
 * signpost to a snap, which does not run in a container.
 */
export function installations(platform: string, isRoot: boolean, osRelease: string): readonly Installation[] {
  const isDebian = platform === 'linux' && /^ID="?debian"?$/mu.test(osRelease);
  return isDebian && isRoot ? [BY_APT, BY_PLAYWRIGHT] : [BY_PLAYWRIGHT];
}
