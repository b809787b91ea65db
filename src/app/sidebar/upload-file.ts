import { counted } from '../../core/count-words.ts';
import { quoted } from '../../core/heygen/one-off-problems.ts';
import type { Problem } from '../../core/heygen/problem.ts';
import { excerpt } from '../../core/issue.ts';
import { checkUpload, NO_FILE, tooLarge, type UploadKind, uploadType } from '../../core/request/upload.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { Platform } from '../ports/ports.ts';
import type { Uploaded } from './contract.ts';

/**
 * Uploads the file of the page's form. Nothing here checks its size, which would copy the file into the script's memory.
 * The page checks it before, and HeyGen refuses what is too large.
 */
export function uploadFile(platform: Platform, key: string, file: unknown): Result<Uploaded> {
  const picked = platform.pickedFile(file);
  if (picked === null) return failure(NO_FILE);
  const checked = checkUpload({ name: picked.name, bytes: null });
  if (!checked.ok) return checked;
  const asked = platform.uploads(key).upload(picked);
  if (!asked.ok) return failure(sentence(picked.name, asked.failure));
  const { assetId, mimeType, url } = asked.value;
  return success({ assetId, name: picked.name, kind: kindOf(mimeType, picked.name), url });
}

/** What HeyGen found in the file. If it does not say, the ending of the name decides. */
function kindOf(mimeType: string, name: string): UploadKind {
  const [family] = mimeType.split('/');
  if (family === 'image' || family === 'video' || family === 'audio') return family;
  return mimeType === '' ? (uploadType(name)?.kind ?? 'other') : 'other';
}

/** A problem's own sentence is about rows, so uploads have others. */
function sentence(name: string, problem: Problem): string {
  const shown = excerpt(name);
  if (problem.httpStatus === 413 || problem.code === 'payload_too_large') return tooLarge(name);
  switch (problem.kind) {
    case 'stop':
      return problem.message;
    case 'wait':
      return problem.code === 'google_quota'
        ? `Google allows this account no more requests today. Upload "${shown}" again tomorrow.`
        : `There were too many requests at once, so "${shown}" was not uploaded. Try again in ${counted(problem.waitSeconds, 'second')}.`;
    case 'outage':
      return `HeyGen’s answer was lost, so "${shown}" may or may not be in your account. Upload it again. That costs nothing; at worst the file is there twice.`;
    case 'row':
      return `HeyGen refused "${shown}" (${problem.code}). Check that it opens on your computer, then upload it again or choose another file.${quoted(problem)}`;
  }
}
