/** HeyGen's limit for one upload. */
const MOST_BYTES = 32 * 1024 * 1024;

/** What HeyGen takes of the kinds of file that a video can be made of. */
export const ACCEPTED = '.png,.jpg,.jpeg,.mp4,.webm,.mp3,.wav';

/** Why a file is not worth sending, '' when it is. */
export function fileProblem(file: { readonly name: string; readonly size: number } | null): string {
  if (file === null) return 'Choose a file first.';
  const ending = /\.[^.]+$/u.exec(file.name)?.[0].toLowerCase() ?? '';
  if (!ACCEPTED.split(',').includes(ending)) {
    return `“${file.name}” is not among the kinds of file that HeyGen takes: png, jpg, mp4, webm, mp3 and wav. Save it as one of them, and choose that.`;
  }
  if (file.size === 0) return `“${file.name}” is empty. Choose another file.`;
  if (file.size > MOST_BYTES) {
    const megabytes = Math.ceil((file.size / 1024 / 1024) * 10) / 10;
    return `“${file.name}” has ${megabytes} MB, and HeyGen takes 32. Make it smaller, or put it at an https:// address.`;
  }
  return '';
}
