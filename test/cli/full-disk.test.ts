import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SimulatorServer } from '../../src/simulator/server.ts';
import { buildCommand, Desk, fastSimulator, goodRows, render, reportOf } from './command.ts';

let desk: Desk;
let simulator: SimulatorServer | null = null;

beforeAll(buildCommand);
beforeEach(() => {
  desk = new Desk();
});
afterEach(async () => {
  await simulator?.close();
  simulator = null;
  desk.clear();
});

describe('A full disk', () => {
  it('is noticed before anything is sent', async () => {
    simulator = await fastSimulator({});
    const sheet = desk.write('sheet.csv', goodRows(2));
    const ran = await render([sheet, '--heygen', simulator.url, '--yes'], { diskFullAfter: 1 });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('sheet.rendered.csv has no room: the disk is full (ENOSPC).');
    expect(simulator.simulator.counts()).toEqual({});
    expect(readdirSync(desk.folder)).toEqual(['sheet.csv']);
  });

  it('ends the run with a sentence at whatever write, and the run goes on where it was once there is room', async () => {
    simulator = await fastSimulator({});
    const sheet = desk.write('sheet.csv', goodRows(6));
    const words = [sheet, '--heygen', simulator.url, '--trigger', '0.05', '--yes', '--json'];
    const seen = new Set<string>();
    for (let write = 3; write < 40; write += 3) {
      const ran = await render(words, { diskFullAfter: write });
      if (ran.code === 0) break;
      expect(ran.code, ran.stderr).toBe(2);
      expect(ran.stderr).not.toMatch(/^\s+at /m);
      for (const [, file = ''] of ran.stderr.matchAll(
        /(\S+) could not be written: the disk is full \(ENOSPC\)/g,
      )) {
        seen.add(file);
      }
    }
    expect([...seen].sort()).toEqual([
      desk.path('sheet.rendered.csv'),
      desk.path('sheet.rendered.state.json'),
    ]);
    const last = await render(words);
    expect(last).toMatchObject({ code: 0, stderr: '' });
    expect(reportOf(last)).toMatchObject({ rows: 6, done: 6 });
    expect(
      simulator.simulator
        .paidVideos()
        .map(({ script }) => script)
        .sort(),
    ).toEqual(Array.from({ length: 6 }, (_, at) => `Hello Person${at + 2}, row ${at + 2}.`));
    expect(existsSync(desk.path('sheet.rendered.csv.new'))).toBe(false);
  });

  it('ends the built-in simulator with a sentence, too', async () => {
    const sheet = desk.write('sheet.csv', goodRows(3));
    // The simulator writes seldom, so that this is the first disk to be full in a run of its own.
    const ran = await render([sheet], { diskFullAfter: 6 });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('the disk is full (ENOSPC)');
    expect(await render([sheet])).toMatchObject({ code: 0, stderr: '' });
  });
});
