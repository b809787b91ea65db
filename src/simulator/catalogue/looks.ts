import { seededBetween, seededFraction, seededHex, seededPick } from '../seeded.ts';
import type { Look, Voice } from './look.ts';
import { HOSTILE_NAMES, OUTFITS, PEOPLE, PLACES, VIEWS } from './people.ts';

/** Looks that are always there, whatever the size of the catalogue: examples and tests can name them. */
const KNOWN: readonly (readonly [number, string, string, Look['type'], string])[] = [
  [0, 'Office', 'Front', 'studio_avatar', 'voice_en_sara'],
  [1, 'Studio', 'Front', 'digital_twin', 'voice_en_daniel'],
  [2, 'Outdoor', 'Side', 'photo_avatar', 'voice_en_sara'],
  [3, 'Lounge', 'Front', 'studio_avatar', 'voice_de_jonas'],
];

const TYPES: readonly [Look['type'], ...Look['type'][]] = [
  'studio_avatar',
  'studio_avatar',
  'digital_twin',
  'photo_avatar',
];

const SUPPORTED: Readonly<Record<Look['type'], readonly string[]>> = {
  studio_avatar: ['avatar_iv', 'avatar_iii'],
  digital_twin: ['avatar_v', 'avatar_iv', 'avatar_iii'],
  photo_avatar: ['avatar_iv', 'avatar_iii'],
};

/** Makes `count` looks, at least the four known ones. About a fifth is private, and a few cannot be used. */
export function makeLooks(
  choices: {
    readonly seed: number;
    readonly looks: number;
    readonly hostileNames: boolean;
    /** Digital twins support them as well. */
    readonly newEngines: readonly string[];
  },
  voices: readonly Voice[],
): Look[] {
  const { seed, looks: count, hostileNames, newEngines } = choices;
  const looks = KNOWN.map(([person, place, view, type, voice]) =>
    publicLook(seed, person, place, view, '', type, voice),
  );
  const privateCount = Math.min(12, Math.floor(count / 5));
  const publicCount = Math.max(looks.length, count - privateCount);
  const taken = new Set(looks.map(({ id }) => id));
  const people = Math.min(PEOPLE.length, Math.max(4, Math.ceil(publicCount / 3)));
  for (let turn = 0; looks.length < publicCount; turn += 1) {
    const person = turn % people;
    const round = Math.floor(turn / people);
    const place = PLACES[(round + person * 3) % PLACES.length] ?? 'Office';
    const view = VIEWS[(Math.floor(round / PLACES.length) + person) % VIEWS.length] ?? 'Front';
    const again = Math.floor(round / (PLACES.length * VIEWS.length));
    const suffix = again === 0 ? '' : `_${again + 1}`;
    const look = publicLook(seed, person, place, view, suffix, null, null, voices);
    if (!taken.has(look.id)) looks.push(look);
    taken.add(look.id);
  }
  for (let index = 0; index < privateCount; index += 1) looks.push(privateLook(seed, index));
  if (hostileNames) looks.push(...HOSTILE_NAMES.map((name, index) => hostileLook(seed, name, index)));
  return looks.map((look) =>
    look.type === 'digital_twin' ? { ...look, engines: [...look.engines, ...newEngines] } : look,
  );
}

function publicLook(
  seed: number,
  person: number,
  place: string,
  view: string,
  suffix: string,
  knownType: Look['type'] | null,
  knownVoice: string | null,
  voices: readonly Voice[] = [],
): Look {
  const { name, gender } = PEOPLE[person] ?? { name: 'Anna', gender: 'female' };
  const id = `${name}_${place}_${view}${suffix}_public`;
  const type = knownType ?? seededPick(TYPES, seed, 'type', name);
  const old = knownType === null && seededFraction(seed, 'old', id) < 0.05;
  const outfit = seededPick(OUTFITS, seed, 'outfit', id);
  return {
    id,
    groupId: seededHex(seed, 'group', name),
    groupName: name,
    name: `${name} in ${place}${view === 'Front' ? '' : ` (${view})`}${suffix.replace('_', ' ')}`,
    type,
    ownership: 'public',
    gender,
    orientation: seededPick(['landscape', 'landscape', 'portrait', 'square'], seed, 'orientation', id),
    engines: old ? ['avatar_iii'] : SUPPORTED[type],
    matting: !old && isTrained(seed, id, type),
    defaultVoiceId: knownVoice ?? fittingVoice(seed, id, gender, voices),
    tags: [place.toLowerCase(), outfit, seededPick(['business', 'casual', 'education'], seed, 'tag', id)],
    status: 'completed',
  };
}

/** Photos need no training for matting. Most other looks have it. Tomas never has: examples and tests can name him. */
function isTrained(seed: number, id: string, type: Look['type']): boolean {
  if (type === 'photo_avatar') return true;
  if (id === 'Marcus_Studio_Front_public' || id === 'Anna_Office_Front_public') return true;
  if (id === 'Tomas_Lounge_Front_public') return false;
  return seededFraction(seed, 'matting', id) < (type === 'studio_avatar' ? 0.9 : 0.5);
}

/** Nine looks in ten have a default voice, of the look's gender. */
function fittingVoice(seed: number, id: string, gender: string, voices: readonly Voice[]): string {
  if (seededFraction(seed, 'voiceless', id) < 0.1) return '';
  const fitting = voices.filter((voice) => voice.type === 'public' && voice.gender === gender);
  const chosen = fitting[seededBetween(0, Math.max(0, fitting.length - 1), seed, 'voice', id)];
  return chosen?.id ?? '';
}

/** A look of the account's own. The third waits for consent, the sixth is in training, the ninth failed. */
function privateLook(seed: number, index: number): Look {
  const outfit = seededPick(OUTFITS, seed, 'private outfit', index);
  const type: Look['type'] = index % 2 === 0 ? 'digital_twin' : 'photo_avatar';
  const status = ({ 2: 'pending_consent', 5: 'processing', 8: 'failed' } as const)[index] ?? 'completed';
  const twin = index % 4 < 2;
  return {
    id: seededHex(seed, 'private look', index),
    groupId: seededHex(seed, 'private group', twin ? 'twin' : 'team'),
    groupName: twin ? 'My digital twin' : 'Sales team',
    name: `${twin ? 'My digital twin' : 'Sales team'} – ${outfit} ${index + 1}`,
    type,
    ownership: 'private',
    gender: twin ? 'female' : 'male',
    orientation: index % 3 === 0 ? 'portrait' : 'landscape',
    engines: SUPPORTED[type],
    matting: type === 'photo_avatar' || index % 4 === 0,
    defaultVoiceId: twin ? 'voice_en_sara' : 'voice_en_daniel',
    tags: [],
    status,
  };
}

function hostileLook(seed: number, name: string, index: number): Look {
  return {
    ...privateLook(seed, 0),
    id: seededHex(seed, 'hostile look', index),
    name,
    ownership: 'public',
    groupId: seededHex(seed, 'hostile group'),
    groupName: HOSTILE_NAMES[0] ?? '',
    tags: [name],
  };
}
