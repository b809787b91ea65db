import type { Job } from './job.ts';
import type { RequestParts } from './request-print.ts';

/** What a part of a request is called for the user; every other part goes by its own name. */
const PART_WORDS: Readonly<Record<string, string>> = {
  script: 'words',
  scenes: 'scenes',
  variables: 'words',
  prompt: 'words',
  audio_url: 'recording',
  audio_asset_id: 'recording',
  voice_id: 'voice',
  voice_settings: 'way of speaking',
  avatar_id: 'avatar',
  image: 'picture',
  template_id: 'template',
  test: 'choice of a test video',
};

const WORDS = ['script', 'scenes', 'variables', 'prompt', 'audio_url', 'audio_asset_id'];

/**
 * Why a row says Changed, as a sentence: what its video still says, or which part of the request is another one
 * now. `parts` is null when the row cannot be rendered as it stands.
 */
export function changedProblem(job: Job, parts: RequestParts | null): string {
  return `${whatChanged(job, parts)} Render the row again to get a new video, or change it back.`;
}

/** What is another now than in the video, as a sentence. */
export function whatChanged(job: Job, parts: RequestParts | null): string {
  const differing = parts === null ? WORDS : differences(job.requestParts, parts);
  const speaksOtherwise = job.says !== '' && differing.some((name) => WORDS.includes(name));
  return speaksOtherwise ? `The video still says: “${job.says}”` : otherParts(differing);
}

function otherParts(names: readonly string[]): string {
  // A title that follows the words goes without saying.
  const told = [...new Set(names.map((name) => PART_WORDS[name] ?? name.replace(/_/gu, ' ')))];
  if (told.length === 0) return 'The row has changed since its video was made.';
  const last = told[told.length - 1] ?? '';
  const list = told.length === 1 ? last : `${told.slice(0, -1).join(', ')} and ${last}`;
  return `The row has changed since its video was made: another ${list}.`;
}

/** Names of the parts that only one of the two has, or that differ. */
function differences(before: RequestParts, now: RequestParts): readonly string[] {
  if (before.length === 0) return WORDS;
  const [then, today] = [new Map(before), new Map(now)];
  const names = new Set([...then.keys(), ...today.keys()]);
  const differing = [...names].filter((name) => then.get(name) !== today.get(name));
  const others = differing.filter((name) => name !== 'title');
  return others.length > 0 ? others : differing;
}
