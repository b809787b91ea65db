import { quoted } from '../../core/heygen/one-off-problems.ts';
import type { Problem } from '../../core/heygen/problem.ts';
import { excerpt } from '../../core/issue.ts';
import { NO_FILE, tooLarge, type UploadKind, uploadFault, uploadType } from '../../core/request/upload.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { Platform } from '../ports/ports.ts';
import type { Uploaded } from './contract.ts';

/**
 * Uploads the file of the page's form. Its size is not looked at here: that would copy it byte by byte into the
 * script's memory. The page knows it beforehand, and HeyGen refuses what is too large.
 */
export function uploadFile(platform: Platform, key: string, file: unknown): Result<Uploaded> {
  const picked = platform.pickedFile(file);
  if (picked === null) return failure(NO_FILE);
  const fault = uploadFault({ name: picked.name, bytes: null });
  if (fault !== null) return failure(fault);
  const asked = platform.uploads(key).upload(picked);
  if (!asked.ok) return failure(sentence(picked.name, asked.failure));
  const { assetId, mimeType, url } = asked.value;
  return success({ assetId, name: picked.name, kind: kindOf(mimeType, picked.name), url });
}

/** HeyGen looks into the file; where it does not tell, the name does. */
function kindOf(mimeType: string, name: string): UploadKind {
  const [family] = mimeType.split('/');
  if (family === 'image' || family === 'video' || family === 'audio') return family;
  return mimeType === '' ? (uploadType(name)?.kind ?? 'other') : 'other';
}

/** The usual sentences of a problem are about rows. */
function sentence(name: string, problem: Problem): string {
  const shown = excerpt(name);
  if (problem.httpStatus === 413 || problem.code === 'payload_too_large') return tooLarge(name);
  switch (problem.kind) {
    case 'stop':
      return problem.message;
    case 'wait':
      return problem.code === 'google_quota'
        ? `Google lets this Google account make no more requests today. Upload "${shown}" again tomorrow.`
        : `Too many requests were made at once, so "${shown}" was not taken. Upload it again in ${problem.waitSeconds} seconds.`;
    case 'outage':
      return `It is not known whether HeyGen has "${shown}" now: no usable answer came. Upload it again; that costs nothing, and at worst the file is in your account twice.`;
    case 'row':
      return `HeyGen did not take "${shown}" (${problem.code}). Check that it opens on your computer, then upload it again or choose another file.${quoted(problem)}`;
  }
}
