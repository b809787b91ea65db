import { describe, expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { called, renderedByPage } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

/** Rows of a look and an engine each. */
function world(rows: readonly (readonly [look: string, engine: string])[]): World {
  const made = new World();
  const [headers = [], ...others] = people(rows.length);
  made.prepare([
    [...headers, 'engine'],
    ...others.map(([name = '', script = ''], at) => [name, script, ...(rows[at] ?? [])]),
  ]);
  return made;
}

const TWIN = 'Marcus_Studio_Front_public';

describe('an engine that HeyGen has added', () => {
  it('renders the looks on which HeyGen names it, priced like the dearest that is known', () => {
    const newest = world([[TWIN, 'Avatar VI']]);
    const plan = called(newest, 'sidebarPlan').value;
    expect(plan.blockedRows).toBe(0);
    expect(plan.cost).toBeGreaterThan(0);
    newest.menu('renderSelectedRows');
    expect(newest.posts()[0]?.body).toContain('"engine":{"type":"avatar_vi"}');
    newest.wait(60 * MINUTE);
    expect(breachesAtTheEnd(newest)).toEqual([]);
    // The finished row does not say Changed when nobody asks HeyGen about looks.
    newest.menu('checkForFinishedVideos');
    expect(newest.statuses()).toEqual(['Done']);
  });

  it('and a name that HeyGen does not know blocks its row before anything is sent', () => {
    const wrong = world([
      [TWIN, 'avatar_vii'],
      ['no_such_look', 'avatar_iiv'],
      [TWIN, 'avatar_vi'],
    ]);
    wrong.menu('renderSelectedRows');
    expect(wrong.statuses()).toEqual(['Blocked', 'Blocked', 'Rendering']);
    const [other, unknown] = wrong.rows();
    expect(other?.problem).toContain('cannot be rendered with avatar_vii. Write ');
    expect(unknown?.problem).toContain('HeyGen names no engine avatar_iiv');
    wrong.selectUnfinished();
    const { value } = renderedByPage(wrong);
    expect(value).toMatchObject({ videos: 0 });
    expect(value.message).not.toContain('changed');
  });
});
