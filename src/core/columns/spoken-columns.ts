import type { Issue } from '../issue.ts';
import { failure, success } from '../result.ts';
import { readLanguage } from '../speech/language-name.ts';
import { readLocale } from '../speech/locale.ts';
import { readAddress, readAssetId } from './asset.ts';
import { COPIED, readIdentifier } from './identifier.ts';
import { entriesOf, field, type InputColumn } from './input-column.ts';
import { readNumber } from './setting-number.ts';

/** Columns for who speaks, and what. */
export const SPOKEN_COLUMNS = [
  {
    name: 'script',
    note: 'What the avatar says. Write <<Header>> to insert a value from the row, <<first_name|there>> to say “there” when the cell is empty, and <break time="1s"/> for a pause. A line of --- starts a new scene. At most 5,000 characters.',
    merged: true,
    modes: ['avatar', 'image', 'studio'],
    content: true,
    basic: true,
    // The script is checked scene by scene, when the request is made.
    read: () => success({}),
  },
  {
    name: 'avatar_id',
    note: 'Which avatar speaks. Pick one in the sidebar, or paste the id of one of its looks. Blank: the avatar chosen for the whole sheet. With a prompt, up to three, separated by commas.',
    merged: false,
    modes: ['avatar', 'studio', 'cinematic'],
    content: true,
    basic: true,
    read: (text) => {
      const entries = entriesOf(text);
      // A cell of nothing but commas gets the same issue as every text that is not an id.
      const looks = (entries.length === 0 ? [''] : entries).map((entry) =>
        readIdentifier('avatar_id', entry),
      );
      const issues: Issue[] = looks.flatMap((look) => (look.ok ? [] : [look.failure]));
      if (issues.length > 0) return failure(issues);
      return success({ looks: looks.flatMap((look) => (look.ok ? [look.value] : [])) });
    },
  },
  {
    name: 'voice_id',
    note: "Which voice speaks. Blank: the voice chosen for the whole sheet, else the avatar's own.",
    merged: false,
    modes: ['avatar', 'image', 'studio'],
    basic: true,
    read: (text) => field(readIdentifier('voice_id', text), (voice_id) => ({ voice_id })),
  },
] as const satisfies readonly InputColumn[];

/** Columns for recordings, and for how a voice sounds. */
export const SOUND_COLUMNS = [
  {
    name: 'audio_url',
    note: 'The https:// address of a recording to use instead of a script: mp3, wav, m4a, aac or ogg, at most 10 minutes.',
    merged: true,
    modes: ['avatar', 'image'],
    content: true,
    read: (text) => field(readAddress('audio_url', text, 'audio'), (audio_url) => ({ audio_url })),
  },
  {
    name: 'audio_asset_id',
    note: 'The id of a recording uploaded to HeyGen, to use instead of a script.',
    merged: false,
    modes: ['avatar', 'image'],
    content: true,
    read: (text) => field(readAssetId('audio_asset_id', text), (audio_asset_id) => ({ audio_asset_id })),
  },
  {
    name: 'speed',
    note: 'How fast the voice speaks, from 0.5 to 1.5. Blank: 1.',
    merged: false,
    modes: ['avatar', 'image', 'studio'],
    read: (text) =>
      field(readNumber('speed', text, { least: 0.5, most: 1.5, percent: true, example: '1.1' }), (speed) => ({
        speed,
      })),
  },
  {
    name: 'pitch',
    note: 'How much higher or lower the voice speaks, in semitones from -50 to 50. Blank: 0.',
    merged: false,
    modes: ['avatar', 'image', 'studio'],
    read: (text) =>
      field(readNumber('pitch', text, { least: -50, most: 50, example: '2' }), (pitch) => ({ pitch })),
  },
  {
    name: 'volume',
    note: 'How loud the voice is, from 0 (silent) to 1. Blank: 1.',
    merged: false,
    modes: ['avatar', 'image', 'studio'],
    read: (text) =>
      field(readNumber('volume', text, { least: 0, most: 1, percent: true, example: '0.8' }), (volume) => ({
        volume,
      })),
  },
  {
    name: 'locale',
    note: 'The accent of a voice with several languages, and how <<price:money>> and <<day:date>> are said: en-US, de-AT, pt-BR and the like.',
    merged: false,
    modes: ['avatar', 'image', 'studio', 'template'],
    read: (text) => field(readLocale(text), (locale) => ({ locale })),
  },
  {
    name: 'language',
    note: "The language of this row's video: German, de, de-AT and the like. It chooses the text in the column `script (de)`, the sheet's voice for German, and the locale. A cell of the row's own for voice or locale comes first.",
    merged: false,
    modes: ['avatar', 'image', 'studio', 'cinematic', 'template'],
    // What it chooses is chosen before the columns are read.
    read: (text) => field(readLanguage(text), () => ({})),
  },
  {
    name: 'brand_glossary_id',
    note: 'The id of a brand glossary in HeyGen, which says how your names and brands are pronounced. Subtitles keep your spelling.',
    merged: false,
    modes: ['avatar', 'image', 'studio'],
    read: (text) =>
      field(readIdentifier('brand_glossary_id', text, COPIED), (brand_glossary_id) => ({
        brand_glossary_id,
      })),
  },
] as const satisfies readonly InputColumn[];
