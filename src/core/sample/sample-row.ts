import type { Scene, VideoRequest } from '../heygen/video-request.ts';
import type { ReadyRow } from '../jobs/run.ts';
import { spokenTexts } from '../request/spoken-texts.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import { languageNamed } from '../speech/languages.ts';

/** Why a row is in the sample: what it shows. */
export interface SampleReason {
  readonly what:
    | 'first'
    | 'longest'
    | 'letters'
    | 'fallback'
    | 'look'
    | 'voice'
    | 'language'
    | 'template'
    | 'type';
  /** Which one; '' where there is only one of it. */
  readonly name: string;
}

/** A row that a sample is chosen from. */
export interface SampleRow {
  readonly row: number;
  /** All that is spoken. */
  readonly text: string;
  /** What other rows may lack. */
  readonly kinds: readonly SampleReason[];
}

/** What a sample can be chosen by. */
export function sampleRow({ row, request, endpoint, fallbacks }: ReadyRow, facts: AccountFacts): SampleRow {
  const { looks, voices, locales } = castOf(request);
  const languages = [
    ...locales,
    ...(locales.length > 0 ? [] : voices.map((voice) => facts.voices?.get(voice)?.language ?? '')),
  ].map((language) => languageNamed(language)?.name ?? language);
  return {
    row,
    text: spokenTexts(request).join('\n'),
    kinds: [
      ...named('fallback', fallbacks),
      ...named('look', looks),
      ...named('voice', voices),
      ...named('language', languages),
      ...named('template', endpoint.kind === 'template' ? [endpoint.templateId] : []),
      ...named('type', 'type' in request ? [request.type] : []),
    ],
  };
}

function named(what: SampleReason['what'], names: readonly string[]): readonly SampleReason[] {
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ what, name }));
}

interface Cast {
  readonly looks: readonly string[];
  readonly voices: readonly string[];
  readonly locales: readonly string[];
}

/** Who is seen and heard. */
function castOf(request: VideoRequest): Cast {
  if ('variables' in request) return { looks: [], voices: [], locales: [] };
  if (request.type === 'cinematic_avatar') return { looks: request.avatar_id, voices: [], locales: [] };
  const speakers = request.type === 'studio' ? request.scenes.map(speakerOf) : [request];
  return {
    looks: speakers.flatMap((speaker) => ('avatar_id' in speaker ? [speaker.avatar_id] : [])),
    voices: speakers.flatMap((speaker) => ('voice_id' in speaker ? [speaker.voice_id ?? ''] : [])),
    locales: speakers.flatMap((speaker) =>
      'voice_settings' in speaker ? (speaker.voice_settings?.locale ?? []) : [],
    ),
  };
}

function speakerOf(scene: Scene): Scene | Extract<Scene, { readonly input: unknown }>['input'] {
  return scene.type === 'avatar_video' ? scene.input : scene;
}

const WORDS: Readonly<Record<SampleReason['what'], (name: string) => string>> = {
  first: () => 'the first row',
  longest: () => 'the longest text',
  letters: () => 'the most unusual letters',
  fallback: (name) => `the fallback of <<${name}>>`,
  look: (name) => `avatar ${name}`,
  voice: (name) => `voice ${name}`,
  language: (name) => `in ${name}`,
  template: (name) => `template ${name}`,
  type: (name) => TYPES[name] ?? name,
};

const TYPES: Readonly<Record<string, string>> = {
  avatar: 'an avatar that speaks',
  image: 'a picture that speaks',
  studio: 'several scenes',
  cinematic_avatar: 'a cinematic video',
};

/** In words, such as “the longest text, voice Ada”. Where no name is known, it is the id. */
export function reasonWords(reasons: readonly SampleReason[], facts: AccountFacts): string {
  return reasons.map((reason) => WORDS[reason.what](nameOf(reason, facts))).join(', ');
}

/** Nobody reads more of them. */
const MOST_UNSHOWN = 5;

/** What a sample has no room for, in words; '' for nothing. */
export function unshownWords(reasons: readonly SampleReason[], facts: AccountFacts): string {
  const more = reasons.length - MOST_UNSHOWN;
  return reasonWords(reasons.slice(0, MOST_UNSHOWN), facts) + (more > 0 ? ` and ${more} more` : '');
}

function nameOf({ what, name }: SampleReason, { looks, voices }: AccountFacts): string {
  const known = what === 'look' ? looks.get(name) : what === 'voice' ? voices?.get(name) : undefined;
  return known?.name || name;
}
