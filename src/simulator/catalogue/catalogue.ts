import { seededHex } from '../seeded.ts';
import type { Catalogue, Glossary, Template } from './look.ts';
import { makeLooks } from './looks.ts';
import { HOSTILE_NAMES } from './people.ts';
import { makeVoices } from './voices.ts';

/** Asset ids that every account has, so that a background can be tried without an upload. */
export const SAMPLE_ASSETS: readonly string[] = ['asset_office_wall', 'tea_garden_01'];

/** Folder ids that every account has. */
export const SAMPLE_FOLDERS: readonly string[] = ['folder_spring_campaign'];

const GLOSSARIES: readonly Glossary[] = [
  { id: 'glossary_products', name: 'Product names' },
  { id: 'glossary_people', name: 'People and places' },
];

interface CatalogueChoices {
  readonly seed: number;
  readonly looks: number;
  readonly voices: number;
  readonly hostileNames: boolean;
  readonly newEngines: readonly string[];
}

/** The last one made: whoever makes many worlds makes them with the same catalogue, and nothing changes one. */
let latest: { readonly key: string; readonly catalogue: Catalogue } | null = null;

/** The same numbers give the same looks, voices and templates, with the same ids. */
export function makeCatalogue({
  seed,
  looks,
  voices,
  hostileNames,
  newEngines,
}: CatalogueChoices): Catalogue {
  const choices = { seed, looks, voices, hostileNames, newEngines };
  const key = JSON.stringify(choices);
  if (latest?.key !== key) latest = { key, catalogue: newCatalogue(choices) };
  return latest.catalogue;
}

function newCatalogue(choices: CatalogueChoices): Catalogue {
  const { seed, hostileNames } = choices;
  const voices = makeVoices(seed, choices.voices, hostileNames);
  const looks = makeLooks(choices, voices);
  const templates = makeTemplates(seed, hostileNames);
  return {
    glossaries: new Map(GLOSSARIES.map((glossary) => [glossary.id, glossary])),
    looks: new Map(looks.map((look) => [look.id, look])),
    voices: new Map(voices.map((voice) => [voice.id, voice])),
    templates: new Map(templates.map((template) => [template.id, template])),
  };
}

/** HeyGen does not publish the shape of a variable. This flat form is an assumption, made here and nowhere else. */
function makeTemplates(seed: number, hostile: boolean): Template[] {
  const anna = { type: 'character', character_id: 'Anna_Office_Front_public' } as const;
  const templates: Template[] = [
    {
      id: seededHex(seed, 'template', 'welcome'),
      name: 'Welcome a new customer',
      aspectRatio: '16:9',
      variables: {
        first_name: { type: 'text', content: 'there' },
        product: { type: 'text', content: 'Acme Tea' },
        presenter: anna,
      },
      scenes: [
        { id: 'scene_1', script: 'Hello {{first_name}}, welcome!' },
        { id: 'scene_2', script: 'Here is how {{product}} saves you an hour a day.' },
      ],
    },
    {
      id: seededHex(seed, 'template', 'event'),
      name: 'Event invitation',
      aspectRatio: '9:16',
      variables: {
        guest: { type: 'text', content: 'friend' },
        city: { type: 'text', content: 'Lisbon' },
        backdrop: { type: 'image', url: 'https://example.com/backdrop.jpg' },
        voice: { type: 'voice', voice_id: 'voice_es_lucia' },
      },
      scenes: [{ id: 'scene_1', script: 'Dear {{guest}}, meet us in {{city}} this spring.' }],
    },
    {
      id: seededHex(seed, 'template', 'invoice'),
      name: 'Invoice reminder',
      aspectRatio: '1:1',
      variables: {
        company: { type: 'text', content: 'your company' },
        amount: { type: 'text', content: '$0' },
      },
      scenes: [{ id: 'scene_1', script: 'A short reminder for {{company}}: {{amount}} is due on Friday.' }],
    },
    {
      id: seededHex(seed, 'template', 'tour'),
      name: 'Product tour',
      aspectRatio: '16:9',
      variables: {
        product: { type: 'text', content: 'Acme Tea' },
        picture: { type: 'image', url: 'https://example.com/product.png' },
        clip: { type: 'video', url: 'https://example.com/product.mp4' },
        jingle: { type: 'audio', url: 'https://example.com/jingle.mp3' },
        narrator: { type: 'voice', voice_id: 'voice_en_daniel' },
      },
      scenes: [
        { id: 'scene_1', script: 'This is {{product}}.' },
        { id: 'scene_2', script: 'Have a look at it in use.' },
      ],
    },
  ];
  if (hostile) {
    HOSTILE_NAMES.forEach((name, index) => {
      templates.push({
        id: seededHex(seed, 'hostile template', index),
        name,
        aspectRatio: '16:9',
        variables: { [name]: { type: 'text', content: name } },
        scenes: [{ id: 'scene_1', script: `Hello {{${name}}}` }],
      });
    });
  }
  return templates;
}
