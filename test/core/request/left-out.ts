/** The published fields that no column fills, and why. Those inside a field that is left out are left out with it. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  watermark: 'For select Enterprise customers only.',
  callback_url: 'Google offers no address that HeyGen could call and be believed.',
  callback_id: 'Means nothing without a callback.',
  'voice_settings.engine_settings':
    'Tuning that fits one make of voice only, and which make a voice is HeyGen does not tell.',
  include_gif: 'Goes into the callback only.',
  reorder_music: "Belongs to the template's design, in HeyGen's editor.",
  keep_text_vertically_centered: "Belongs to the template's design, in HeyGen's editor.",
  'subtitles.alignment': 'Belongs to the subtitle style that is chosen by its name.',
  'subtitles.disable_highlight': 'Belongs to the subtitle style that is chosen by its name.',
  'subtitles.font_size': 'Belongs to the subtitle style that is chosen by its name.',
  'subtitles.position': 'Belongs to the subtitle style that is chosen by its name.',
};

/** Why a field is left out; '' when it is not. `field` may have the path to its scene in front. */
export function whyLeftOut(field: string): string {
  const bare = field.replace(/^scenes\.(?:input\.)?/u, '');
  const name = Object.keys(LEFT_OUT).find((left) => bare === left || bare.startsWith(`${left}.`));
  return name === undefined ? '' : (LEFT_OUT[name] ?? '');
}
