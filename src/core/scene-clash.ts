import type { Findings } from './findings.ts';
import type { SceneFields } from './scene-fields.ts';
import type { WrittenScene } from './scene-script.ts';

const PICTURES = ['avatar', 'photo', 'image', 'video'] as const;

/** Whether a scene says two things of which only one can be. */
export function saysTwoThings(
  { named, still }: SceneFields,
  { text }: WrittenScene,
  findings: Findings,
): boolean {
  const clash = (message: string): true => {
    findings.issue('scene_options_clash', 'script', message);
    return true;
  };
  const pictures = PICTURES.filter((name) => named.has(name));
  if (pictures.length > 1) {
    return clash(`It shows [${pictures[0]}: …] and [${pictures[1]}: …]. Leave one of them.`);
  }
  if (text !== '' && named.has('audio')) return clash('It has a text and [audio: …]. Leave one of them.');
  if (named.has('video') && (text !== '' || named.has('audio'))) {
    return clash('A clip has its own sound. Remove the text and [audio: …], or show a picture instead.');
  }
  if (still?.duration !== undefined && (text !== '' || named.has('audio'))) {
    return clash(
      'The picture is shown as long as somebody speaks. Remove the seconds behind its address, or the text.',
    );
  }
  if (named.has('background') && pictures.some((name) => name !== 'avatar')) {
    return clash('Only a look has a background. Remove [background: …].');
  }
  return false;
}
