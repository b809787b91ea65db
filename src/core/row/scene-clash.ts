import type { Findings } from './findings.ts';
import type { SceneFields } from './scene-fields.ts';
import type { SceneOption, WrittenScene } from './scene-script.ts';

const PICTURES = ['avatar', 'photo', 'image', 'video'] as const;
const OF_SPEAKER = ['engine', 'motion', 'expressiveness'] as const;

/** Whether a scene says two things of which only one can be, or something that would change nothing. */
export function saysTwoThings(
  { named, still }: SceneFields,
  { text }: WrittenScene,
  findings: Findings,
): boolean {
  const clash = (message: string): true => {
    findings.issue('scene_options_clash', 'script', message);
    return true;
  };
  const idle = (options: readonly SceneOption[], why: string): boolean =>
    options.filter((name) => named.has(name) && clash(`[${name}: …] changes nothing: ${why}. Remove it.`))
      .length > 0;
  const pictures = PICTURES.filter((name) => named.has(name));
  if (pictures.length > 1) {
    return clash(
      `There are [${pictures[0]}: …] and [${pictures[1]}: …], and one of them can be seen. Leave one of them.`,
    );
  }
  const heard = text !== '' || named.has('audio');
  if (text !== '' && named.has('audio')) {
    return clash('There are words and [audio: …], and one of them can be heard. Leave one of them.');
  }
  if (named.has('video') && heard) {
    return clash('A clip has its own sound. Remove the words and [audio: …], or show a picture instead.');
  }
  if (still?.duration !== undefined && heard) {
    return clash(
      'The picture is shown as long as somebody speaks. Remove the seconds behind its address, or the words.',
    );
  }
  if (named.has('background') && pictures.some((name) => name !== 'avatar')) {
    return clash('Only a look has a background. Remove [background: …].');
  }
  if (named.has('audio')) return idle(['voice'], 'a recording is heard as it is');
  if (named.has('video')) return idle(['voice', ...OF_SPEAKER], 'a clip is shown as it is');
  if (!named.has('image')) return named.has('photo') && idle(['engine'], 'a photo has no choice of engines');
  return idle(heard ? OF_SPEAKER : ['voice', ...OF_SPEAKER], 'nobody is seen to speak');
}
