import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';

/** What git has, or would take: null in a downloaded archive, and on a machine without git. */
export function filesOfGit(root: string): readonly string[] | null {
  // An archive may lie inside a repository of somebody else's.
  if (!existsSync(join(root, '.git'))) return null;
  const parameters = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { status, stdout } = spawnSync('git', parameters, { cwd: root, encoding: 'utf8' });
  if (status !== 0) return null;
  return stdout.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
}

/** Every file that .gitignore does not leave out, without asking git. */
export function filesOnDisk(root: string): readonly string[] {
  const isIgnored = ignoring(readFileSync(join(root, '.gitignore'), 'utf8'));
  const filesIn = (folder: string): readonly string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      if (entry.name === '.git' || isIgnored(entry.name, entry.isDirectory())) return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
  return filesIn('');
}

/** Reads names with stars only, which is all that ours has. */
function ignoring(text: string): (name: string, isFolder: boolean) => boolean {
  const patterns = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const rules = patterns.map((pattern) => {
    const name = pattern.replace(/\/$/u, '');
    if (/[!/?[\]\\]/u.test(name)) throw new Error(`.gitignore: "${pattern}" is more than a name with stars.`);
    const literal = name.replace(/[.+^${}()|]/gu, '\\$&').replaceAll('*', '.*');
    return { name: new RegExp(`^${literal}$`, 'u'), isFolder: name !== pattern };
  });
  return (name, isFolder) => rules.some((rule) => rule.name.test(name) && (isFolder || !rule.isFolder));
}
