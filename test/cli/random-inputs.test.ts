import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatorServer } from '../../src/simulator/server.ts';
import { buildCommand, Desk, fastSimulator, render } from './command.ts';
import { seeded } from './seeded.ts';

/** More inputs make a longer proof; the suite needs a short one. */
const INPUTS = Number(process.env.RENDER_TEST_INPUTS ?? 8);
const SEED = Number(process.env.RENDER_TEST_SEED ?? 20261128);
const ROWS = 5;

/** One row of the list. Nobody speaks its note. */
interface Person {
  readonly name: string;
  readonly words: string;
  readonly note: string;
}

const spoken = ({ name, words }: Person): string => `${words} ${name}.`;

function csvOf(people: readonly Person[], notesFirst: boolean): string {
  const cells = people.map(({ name, words, note }) =>
    notesFirst
      ? `${note},${name},${words} <<first_name>>.,Anna_Office_Front_public`
      : `${name},${words} <<first_name>>.,Anna_Office_Front_public,${note}`,
  );
  const header = notesFirst ? 'note,first_name,script,avatar_id' : 'first_name,script,avatar_id,note';
  return `${[header, ...cells].join('\n')}\n`;
}

/** A list as it comes back: in another order, longer, shorter, with other notes, and now and then with other words. */
function nextList(people: readonly Person[], random: () => number, fresh: () => Person): Person[] {
  const below = (count: number): number => Math.floor(random() * count);
  const list = [...people];
  const changes: (() => void)[] = [
    () => list.sort(() => random() - 0.5),
    () => list.unshift(fresh()),
    () => list.splice(below(list.length + 1), 0, fresh()),
    () => list.splice(below(list.length), list.length > 2 ? 1 : 0),
    () => list.splice(0, list.length, ...list.map((one) => ({ ...one, note: `day ${below(30)}` }))),
    () => list.splice(0, list.length, ...list.map((one) => ({ ...one, note: `${one.note} ` }))),
    () => {
      const at = below(list.length);
      const one = list[at];
      if (one !== undefined) list[at] = { ...one, words: one.words === 'Hello' ? 'Goodbye' : 'Hello' };
    },
  ];
  for (let count = 0; count <= below(3); count += 1) changes[below(changes.length)]?.();
  return list;
}

let desk: Desk;
let simulator: SimulatorServer;

beforeAll(async () => {
  await buildCommand();
  desk = new Desk();
  simulator = await fastSimulator({ renderMs: [10_000, 60_000] });
});
afterAll(async () => {
  await simulator.close();
  desk.clear();
});

/** A row that was edited while its video was under way says that it has changed; every other one speaks its own words. */
function expectEachBesideItsWords(people: readonly Person[], trail: string): void {
  const saidBy = new Map(simulator.simulator.paidVideos().map(({ id, script }) => [id, script]));
  const rows = desk.rows('sheet.rendered.csv');
  expect(rows, trail).toHaveLength(people.length);
  people.forEach((person, at) => {
    const { status, video_url = '' } = rows[at] ?? {};
    const id = /\/videos\/([0-9a-f]+)/.exec(video_url)?.[1] ?? '';
    const own = saidBy.get(id) === spoken(person);
    expect(status, `${trail}, row ${at + 2}`).toBe(own ? 'Done' : 'Changed');
  });
}

describe('A list that comes back again and again', () => {
  it('is paid for once for each thing to be said, with kills among its runs', {
    timeout: 60_000 + INPUTS * 15_000,
  }, async () => {
    const random = seeded(SEED);
    let names = 0;
    const fresh = (): Person => {
      names += 1;
      return { name: `Person${names}`, words: 'Hello', note: 'day 1' };
    };
    let people = Array.from({ length: ROWS }, fresh);
    const everSaid = new Set<string>();
    for (let input = 0; input < INPUTS; input += 1) {
      const trail = `seed ${SEED}, input ${input}`;
      const sheet = desk.write('sheet.csv', csvOf(people, random() < 0.3));
      const words = [sheet, '--heygen', simulator.url, '--trigger', '0.05', '--yes'];
      for (const person of people) everSaid.add(spoken(person));
      const [killed, left] = [random() < 0.5, random() < 0.3 && input < INPUTS - 1];
      if (killed || left) {
        const ms = 200 + Math.floor(random() * 900);
        await render(words, { signal: { name: 'SIGKILL', when: () => ms } });
      }
      // Some lists change again before their run has ended.
      if (!left) {
        const ran = await render(words);
        expect([0, 1], `${trail}\n${ran.stderr}`).toContain(ran.code);
        expectEachBesideItsWords(people, trail);
      }
      const paid = simulator.simulator.paidVideos().map(({ script }) => script ?? '');
      expect(paid.sort(), trail).toEqual([...new Set(paid)].sort());
      expect(
        paid.filter((script) => !everSaid.has(script)),
        trail,
      ).toEqual([]);
      people = nextList(people, random, fresh);
    }
  });
});
