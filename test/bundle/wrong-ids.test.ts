import { expect, it } from 'vitest';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { breachesAtTheEnd } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

const HOUR = 60 * MINUTE;

interface Member {
  item_index: number;
  video_id: string | null;
  status: string;
}

/** HeyGen's answers about the members of a batch go through this. */
function withMembers(change: (members: Member[]) => Member[], choices: SimulatorChoices = {}): World {
  const world = new World({ slots: 3, ...choices });
  const { simulator } = world;
  const handle = simulator.handle.bind(simulator);
  Object.assign(simulator, {
    handle(...call: Parameters<typeof handle>): ReturnType<typeof handle> {
      const answer = handle(...call);
      const [{ method, path }] = call;
      if (method !== 'GET' || !path.startsWith('/v3/videos/batches/') || answer.kind === 'cut') return answer;
      const reply = JSON.parse(String(answer.body));
      if (!Array.isArray(reply.data?.items)) return answer;
      const items = change(reply.data.items);
      return { ...answer, body: JSON.stringify({ ...reply, data: { ...reply.data, items } }) };
    },
  });
  return world;
}

function rendered(world: World, rows: number): World {
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  world.wait(3 * HOUR);
  return world;
}

const eachOther = (members: Member[]): Member[] =>
  members.map((member, at) => ({
    ...member,
    video_id: members[(at + 1) % members.length]?.video_id ?? null,
    status: members[(at + 1) % members.length]?.status ?? member.status,
  }));

it('a batch whose members HeyGen names by each other’s videos: each row gets its own, paid once', () => {
  expect(breachesAtTheEnd(rendered(withMembers(eachOther), 5))).toEqual([]);
});

it('and of which one fails: that row fails, and none else', () => {
  const world = rendered(withMembers(eachOther, { failWhen: 'Person3' }), 5);
  expect(world.statuses()).toEqual(['Done', 'Done', 'Failed', 'Done', 'Done']);
  world.simulator.set({ failWhen: '' });
  world.menu('retryFailedRows');
  world.wait(HOUR);
  expect(breachesAtTheEnd(world)).toEqual([]);
});

it('a batch whose members are counted anew: each row gets its own video, paid once', () => {
  const anew = (members: Member[]): Member[] =>
    members.map((member, at) => ({ ...member, item_index: at % 2 }));
  expect(breachesAtTheEnd(rendered(withMembers(anew), 5))).toEqual([]);
});

it('a batch whose members have ids that lead nowhere: each row gets its own video, paid once', () => {
  const nowhere = (members: Member[]): Member[] =>
    members.map((member) => ({
      ...member,
      video_id: member.video_id === null ? null : `x${member.video_id}`,
    }));
  expect(breachesAtTheEnd(rendered(withMembers(nowhere), 5))).toEqual([]);
});
