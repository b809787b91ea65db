/** A file's name on the screen: the last part of its address, or its asset id. */
export function fileWords(source: string): string {
  if (source.startsWith('data:')) return 'in the cell itself';
  if (!/^https?:/iu.test(source)) return source;
  const path = source.replace(/[?#].*$/su, '').replace(/\/+$/u, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
