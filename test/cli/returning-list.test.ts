import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SimulatorServer } from '../../src/simulator/server.ts';
import { buildCommand, Desk, fastSimulator, render } from './command.ts';
import { seeded } from './seeded.ts';

/** A list comes back so many times, each time otherwise; REELMERGE_RUNS makes a longer proof. */
const RETURNS = 5 * Number(process.env.REELMERGE_RUNS ?? 1);

const NAMES = ['Ana', 'Bo', 'Cy', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jon', 'Kim', 'Lou'];

let desk: Desk;
let simulator: SimulatorServer;

beforeAll(buildCommand);
beforeEach(async () => {
  desk = new Desk();
  simulator = await fastSimulator({});
});
afterEach(async () => {
  await simulator.close();
  desk.clear();
});

it('a list that comes back shuffled, extended and edited, with kills among its runs, pays for each request once', async () => {
  const random = seeded(20261128);
  const below = (most: number): number => Math.floor(random() * most);
  const wanted = new Set<string>();
  for (let turn = 0; turn < RETURNS; turn += 1) {
    const names = NAMES.filter(() => random() < 0.6);
    for (let at = names.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [names[at], names[other]] = [names[other] ?? '', names[at] ?? ''];
    }
    const script = below(3) === 0 ? 'Welcome <<first_name>>.' : 'Hello <<first_name>>.';
    for (const name of names) wanted.add(script.replace('<<first_name>>', name));
    const rows = names.map(
      (name) => `${turn} March,${name}${below(3) === 0 ? ' ' : ''},${script},Anna_Office_Front_public`,
    );
    const file = desk.write('list.csv', `${['date,first_name,script,avatar_id', ...rows].join('\n')}\n`);
    const words = [file, '--heygen', simulator.url, '--trigger', '0.05', '--yes'];
    if (below(2) === 0) {
      const ms = 200 + below(600);
      await render(words, { signal: { name: 'SIGKILL', when: () => ms } });
    }
    const ran = await render(words);
    expect(ran, `${turn}: ${ran.stdout}`).toMatchObject({ code: 0, stderr: '' });
    const scripts = new Map(simulator.simulator.videos().map(({ id, script: text }) => [id, text]));
    for (const row of desk.rows('list.rendered.csv')) {
      const id = /\/videos\/([0-9a-f]+)/.exec(row.video_url ?? '')?.[1] ?? '';
      expect(scripts.get(id)).toBe(script.replace('<<first_name>>', (row.first_name ?? '').trim()));
    }
  }
  const paid = simulator.simulator.paidVideos().map((video) => video.script);
  expect(paid).toHaveLength(new Set(paid).size);
  expect(paid.filter((text) => !wanted.has(text))).toEqual([]);
});
