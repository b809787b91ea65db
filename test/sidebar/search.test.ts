import { describe, expect, it } from 'vitest';
import { indexLook } from '../../src/sidebar/catalogue/look-search.ts';
import { filterWords, findItems } from '../../src/sidebar/catalogue/search.ts';
import { readable } from '../../src/sidebar/catalogue/search-text.ts';
import { indexTemplate } from '../../src/sidebar/catalogue/template-search.ts';
import { indexVoice, usesPauses } from '../../src/sidebar/catalogue/voice-search.ts';
import { fakeLook, fakeLooks, fakeVoices } from '../browser/sidebar/fake-catalogue.ts';

const looks = fakeLooks(5000).map(indexLook);

describe('searching looks', () => {
  it('finds names and tags whatever their case and accents, every word in any order', () => {
    const some = [
      fakeLook(0, { name: 'Élodie am Fenster', tags: [] }),
      fakeLook(1, { name: 'Bruno', tags: ['Fenster', 'formell'] }),
    ].map(indexLook);
    const found = (typed: string) => findItems(some, { typed }).map(({ name }) => name);
    expect(found('fenster ELODIE')).toEqual(['Élodie am Fenster']);
    expect(found('fenster')).toEqual(['Élodie am Fenster', 'Bruno']);
    expect(found('fenster garten')).toEqual([]);
  });

  it('finds a look by its id', () => {
    expect(findItems(looks, { typed: 'look-4711' }).map(({ id }) => id)).toEqual(['look-4711']);
  });

  it('lets every filter narrow the others', () => {
    const query = { gender: 'female', engine: 'avatar_v', orientation: 'landscape' };
    const found = findItems(looks, query);
    expect(found.length).toBeGreaterThan(0);
    for (const look of found) {
      expect(look).toMatchObject({ gender: 'female', orientation: 'landscape' });
      expect(look.engines).toContain('avatar_v');
    }
    expect(findItems(looks, { ownership: 'private' })).toHaveLength(7);
  });

  it('offers the words that the looks have, sorted and without blanks', () => {
    const some = [indexLook(fakeLook(0, { gender: '' })), ...looks.slice(1, 40)];
    expect(filterWords(some, 'gender')).toEqual(['female', 'male']);
    expect(filterWords(some, 'engine')).toEqual(['avatar_iii', 'avatar_iv', 'avatar_v']);
  });
});

describe('searching voices', () => {
  const voices = fakeVoices(1500).map(indexVoice);

  it("puts the look's own voice first, where it answers the query", () => {
    expect(findItems(voices, {}, 'voice-700')[0]?.id).toBe('voice-700');
    const first = findItems(voices, { language: 'German' }, 'voice-700')[0];
    expect(first?.language).toBe('German');
  });

  it('tells a script with pauses from one without', () => {
    expect(usesPauses('Hello <break time="1s"/> there')).toBe(true);
    expect(usesPauses('We break even <3')).toBe(false);
  });
});

describe('searching templates', () => {
  it('finds them by name and by id', () => {
    const template = (id: string, name: string) =>
      indexTemplate({ id, name, thumbnailUrl: '', aspectRatio: 'landscape' });
    const templates = [template('t-1', 'Willkommen, Übersicht'), template('t-2', 'Renewal')];
    expect(findItems(templates, { typed: 'ubersicht' }).map(({ id }) => id)).toEqual(['t-1']);
    expect(findItems(templates, { typed: 't-2' }).map(({ id }) => id)).toEqual(['t-2']);
  });
});

describe('words of the wire', () => {
  it.each([
    ['studio_avatar', 'Studio avatar'],
    ['avatar_iv', 'Avatar IV'],
    ['digital_twin', 'Digital twin'],
    ['', ''],
  ])('%j reads %j', (word, shown) => {
    expect(readable(word)).toBe(shown);
  });
});
