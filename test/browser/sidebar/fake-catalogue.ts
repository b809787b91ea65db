import type { Template, Voice } from '../../../src/app/ports/catalogue.ts';
import type { LooksPage } from '../../../src/app/sidebar/contract.ts';

type Look = LooksPage['looks'][number];

const NAMES = ['Amelia', 'Bruno', 'Chiara', 'Dmitri', 'Élodie', 'Farid', 'Greta', 'Hiro', 'Ingrid', 'João'];
const PLACES = ['in the office', 'at the window', 'in a studio', 'outdoors', 'at a desk', 'in a café'];
const TYPES = ['studio_avatar', 'digital_twin', 'photo_avatar'];
const ORIENTATIONS = ['portrait', 'landscape', 'square'];
const LANGUAGES = ['English', 'German', 'French', 'Spanish', 'Portuguese', 'Japanese', 'Arabic', 'Hindi'];

/** Pictures and sounds that the browser tests answer themselves. */
export const MEDIA = 'https://media.example.test/';

export function fakeLooks(count: number): Look[] {
  return Array.from({ length: count }, (_, index) => fakeLook(index));
}

export function fakeLook(index: number, changes: Partial<Look> = {}): Look {
  const own = index < 7;
  return {
    id: `look-${index}`,
    name: `${pick(NAMES, index)} ${pick(PLACES, Math.floor(index / NAMES.length))}`,
    type: pick(TYPES, index),
    gender: index % 2 === 0 ? 'female' : 'male',
    groupId: `group-${index}`,
    previewImageUrl: `${MEDIA}look-${index}.svg`,
    previewVideoUrl: `${MEDIA}look-${index}.mp4`,
    defaultVoiceId: index % 11 === 10 ? '' : `voice-${index % 40}`,
    orientation: pick(ORIENTATIONS, index),
    engines: index % 3 === 1 ? ['avatar_iv', 'avatar_v'] : ['avatar_iv', 'avatar_iii'],
    tags: index % 4 === 0 ? [] : ['business', pick(['calm', 'lively', 'formal'], index)],
    ownership: own ? 'private' : 'public',
    status: own && index === 3 ? 'processing' : own ? 'completed' : '',
    ...changes,
  };
}

export function fakeVoices(count: number): Voice[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `voice-${index}`,
    name: `${pick(['Zoe', 'Marcus', 'Ana', 'Kenji', 'Lena', 'Omar', 'Priya'], index)} ${index}`,
    language: pick(LANGUAGES, Math.floor(index / 3)),
    gender: index % 2 === 0 ? 'female' : 'male',
    type: index < 4 ? 'private' : 'public',
    previewAudioUrl: index % 13 === 12 ? '' : `${MEDIA}voice-${index}.wav`,
    supportsPause: index % 5 !== 4,
    supportsLocale: false,
  }));
}

const TEMPLATES = ['Welcome', 'Invitation', 'Renewal reminder', 'Thank you', 'Event recap', 'Price update'];

export function fakeTemplates(count: number): Template[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `template-${index}`,
    name: `${pick(TEMPLATES, index)}${index < TEMPLATES.length ? '' : ` ${index}`}`,
    thumbnailUrl: `${MEDIA}template-${index}.svg`,
    aspectRatio: index % 3 === 2 ? 'portrait' : 'landscape',
  }));
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}
