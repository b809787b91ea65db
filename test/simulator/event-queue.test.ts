import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue, type WorldEvent } from '../../src/simulator/event-queue.ts';

const event: fc.Arbitrary<WorldEvent> = fc.record({
  at: fc.nat(5),
  kind: fc.constantFrom('finish', 'create-item'),
  id: fc.constant('x'),
  index: fc.nat(3),
  seq: fc.nat(5),
});

/** The order that was promised, as one number. */
const rank = ({ at, kind, seq, index }: WorldEvent): number =>
  at * 1000 + (kind === 'finish' ? 0 : 500) + seq * 10 + index;

describe('the queue of events', () => {
  it('gives them by time, a freed slot before an item, older before younger, however they were added', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.nat(5), (events, now) => {
        const queue = new EventQueue();
        for (const each of events) queue.add(each);
        const taken: number[] = [];
        for (let next = queue.takeDue(now); next !== null; next = queue.takeDue(now)) taken.push(rank(next));
        const due = events.filter(({ at }) => at <= now).map(rank);
        expect(taken).toEqual(due.sort((left, right) => left - right));
        expect(queue.size).toBe(events.length - due.length);
      }),
      { seed: 20260722, numRuns: 500 },
    );
  });
});
