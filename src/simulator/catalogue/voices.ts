import { seededFraction, seededHex, seededPick } from '../seeded.ts';
import type { Voice } from './look.ts';
import { HOSTILE_NAMES, LANGUAGES, MOODS, PEOPLE } from './people.ts';

/** Voices that are always there, whatever the size of the catalogue: examples and tests can name them. */
const KNOWN: readonly Voice[] = [
  known('voice_en_sara', 'Sara - Friendly', 'English', 'female'),
  known('voice_en_daniel', 'Daniel - Warm', 'English', 'male'),
  known('voice_es_lucia', 'Lucía - Bright', 'Spanish', 'female'),
  known('voice_de_jonas', 'Jonas - Calm', 'German', 'male'),
];

function known(id: string, name: string, language: string, gender: Voice['gender']): Voice {
  const engines = ['starfish', 'elevenlabs'];
  return {
    id,
    name,
    language,
    gender,
    type: 'public',
    supportsPause: true,
    supportsLocale: language === 'English',
    engines,
  };
}

/** Makes `count` voices, at least the four known ones. One in twenty is a private clone. */
export function makeVoices(seed: number, count: number, hostile: boolean): Voice[] {
  const voices = [...KNOWN];
  for (let index = voices.length; index < count; index += 1) {
    const person = PEOPLE[(index * 7) % PEOPLE.length] ?? { name: 'Anna', gender: 'female' as const };
    const clone = index % 20 === 19;
    const mood = seededPick(MOODS, seed, 'mood', index);
    const language = LANGUAGES[index % LANGUAGES.length] ?? 'English';
    voices.push({
      id: seededHex(seed, 'voice', index),
      name: clone ? `${person.name}'s voice clone` : `${person.name} - ${mood}`,
      language,
      gender: person.gender,
      type: clone ? 'private' : 'public',
      supportsPause: seededFraction(seed, 'pause', index) < 0.7,
      supportsLocale: language === 'English' || language === 'Multilingual',
      engines: seededFraction(seed, 'starfish', index) < 0.6 ? ['starfish', 'elevenlabs'] : ['elevenlabs'],
    });
  }
  if (hostile) {
    HOSTILE_NAMES.forEach((name, index) => {
      voices.push({ ...known(seededHex(seed, 'hostile voice', index), name, name, 'male') });
    });
  }
  return voices;
}
