import type { Findings } from './findings.ts';
import type { SceneFields } from './scene-fields.ts';
import type { SceneOption, WrittenScene } from './scene-script.ts';

const PICTURES = ['avatar', 'photo', 'image', 'video'] as const;
const SPEAKER_OPTIONS = ['engine', 'motion', 'expressiveness'] as const;

/** Reports options of a scene that contradict each other or have no effect. True when there are any. */
export function hasClash({ named, still }: SceneFields, { text }: WrittenScene, findings: Findings): boolean {
  const clash = (message: string): true => {
    findings.issue('scene_options_clash', 'script', message);
    return true;
  };
  const idle = (options: readonly SceneOption[], why: string): boolean =>
    options.filter((name) => named.has(name) && clash(`[${name}: …] has no effect: ${why}. Remove it.`))
      .length > 0;
  const pictures = PICTURES.filter((name) => named.has(name));
  if (pictures.length > 1) {
    return clash(
      `There are [${pictures[0]}: …] and [${pictures[1]}: …], but only one of them can be seen. Keep one of them.`,
    );
  }
  const heard = text !== '' || named.has('audio');
  if (text !== '' && named.has('audio')) {
    return clash('There are words and [audio: …], but only one of them can be heard. Keep one of them.');
  }
  if (named.has('video') && heard) {
    return clash('A clip has its own sound. Remove the words and [audio: …], or show a picture instead.');
  }
  if (still?.duration !== undefined && heard) {
    return clash(
      'The picture is shown as long as somebody speaks. Remove the seconds after its address, or the words.',
    );
  }
  if (named.has('background') && pictures.some((name) => name !== 'avatar')) {
    return clash('Only an avatar has a background. Remove [background: …].');
  }
  if (named.has('audio')) return idle(['voice'], 'a recording plays as it is');
  if (named.has('video')) return idle(['voice', ...SPEAKER_OPTIONS], 'a clip plays as it is');
  if (!named.has('image')) return named.has('photo') && idle(['engine'], 'photos have only one engine');
  return idle(heard ? SPEAKER_OPTIONS : ['voice', ...SPEAKER_OPTIONS], 'no speaker is visible');
}
