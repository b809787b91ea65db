import { describe, expect, it } from 'vitest';
import { called } from './page-calls.ts';
import { people, World } from './world.ts';

/** What the menu's Render asks, when every question but the last is answered with Yes. */
function questions(world: World): { title: string; message: string }[] {
  const asked: { title: string; message: string }[] = [];
  world.answer = (dialog) => {
    if (dialog.kind === 'alert' && dialog.buttons !== 'OK') asked.push(dialog);
    return { button: /^Render/.test(dialog.title) ? 'YES' : 'NO' };
  };
  world.menu('renderSelectedRows');
  return asked;
}

describe('before money is spent', () => {
  it('the menu tells the same figures as the sidebar', () => {
    const world = new World({ credit: 10 });
    world.prepare(people(3));
    const { range, seconds, renderSeconds } = called(world, 'sidebarPlan').value;
    const [question] = questions(world);
    expect(range.least).toBeLessThan(range.most);
    expect(question?.message).toContain(
      `Length: about ${Math.round(seconds)} s. Cost: about $${range.least.toFixed(2)} to $${range.most.toFixed(2)}.`,
    );
    expect(question?.message).toMatch(/Balance: \$10\.00, about \$9\.\d\d to \$9\.\d\d afterwards\./);
    expect(renderSeconds).toBe(300);
    expect(question?.message).toContain('It takes about 5 min to make them.');
  });

  it('a balance that does not suffice is told with the link to top up', () => {
    const world = new World({ credit: 0.2 });
    world.prepare(people(3));
    expect(questions(world)[0]?.message).toMatch(
      /may cost more than your balance.*Top up: https:\/\/app\.heygen/,
    );
  });

  it('an empty balance is told before Render', () => {
    const world = new World({ credit: 0 });
    world.prepare(people(3));
    expect(questions(world)[0]?.message).toMatch(/HeyGen makes nothing before you top up: https:/);
  });

  it('a balance that HeyGen does not tell is told as unknown, also while HeyGen is down', () => {
    const world = new World();
    world.prepare(people(3));
    // What was known when the key was set is too old by now.
    world.emulator.clock.moveTo(world.now + 60 * 60_000);
    world.simulator.set({ faults: [{ when: {}, do: '503' }] });
    expect(questions(world)[0]?.message).toContain('Balance: unknown.');
  });
});

describe('above the sum of the sheet', () => {
  it('Render asks once more, offers to render one row first, and No sends nothing', () => {
    const world = new World({ costPerSecond: 1 });
    world.prepare(people(4));
    called(world, 'sidebarSheetSettings', { askAboveUsd: 0.5 }, world.sheet);
    expect(called(world, 'sidebarPlan').value.asksAbove).toBe(0.5);
    const [, second] = questions(world);
    expect(second?.title).toMatch(/^Spend about \$/);
    expect(second?.message).toContain('To see a few of them first');
    expect(world.posts()).toHaveLength(0);
    expect(world.statuses()).toEqual(['', '', '', '']);
  });

  it('a sheet without a sum of its own asks above 25 dollars', () => {
    const world = new World();
    world.prepare(people(4));
    expect(called(world, 'sidebarPlan').value.asksAbove).toBeNull();
    expect(questions(world)).toHaveLength(1);
    expect(world.posts().length).toBeGreaterThan(0);
  });
});
