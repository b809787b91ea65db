import { expect, test } from 'vitest';
import type { ScriptWork } from '../../src/emulator/script-work.ts';
import { createWorkMeter } from '../../src/emulator/script-work.ts';

/** A script that has used so many ms of the processor. */
function meterAt(): { at: number } & ScriptWork {
  const meter = { at: 0, factor: 2, eachKilobyteMs: 1, meter: () => meter.at };
  return meter;
}

test('a script pays for its own work, and not for what the services do meanwhile', () => {
  const work = meterAt();
  const meter = createWorkMeter(work);
  work.at = 10;
  expect(meter.worked()).toBe(20);
  work.at = 500;
  meter.goesOn();
  work.at = 505;
  expect(meter.worked()).toBe(10);
});

test('bytes that are moved take time, in both directions', () => {
  const meter = createWorkMeter(meterAt());
  expect(meter.moved(['x'.repeat(1024)], 'y'.repeat(1024))).toBeCloseTo(2, 1);
});

test('without a measure nothing is charged, so that runs repeat', () => {
  const meter = createWorkMeter(null);
  meter.goesOn();
  expect([meter.worked(), meter.moved('x'.repeat(10_000))]).toEqual([0, 0]);
});
