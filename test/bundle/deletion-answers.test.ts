import { describe, expect, it } from 'vitest';
import { deleted, finished, kept, shown } from './deletion.ts';
import { KEY } from './world.ts';

describe('what HeyGen answers to a deletion', () => {
  it('counts a video that is gone already as deleted', () => {
    const world = finished(2);
    const [first] = world.simulator.videos();
    const headers = { 'x-api-key': KEY };
    world.simulator.handle(
      { method: 'DELETE', path: `/v3/videos/${first?.id}`, headers, body: '' },
      world.now,
    );
    world.selectAll();
    deleted(world);
    expect(world.told()).toContain('2 videos were deleted in HeyGen.');
    expect(shown(world).gone).toEqual(['Person1', 'Person2']);
  });

  it('stops at a key that HeyGen refuses, and tells how many were deleted and why the rest was not', () => {
    const world = finished(3);
    world.simulator.set({
      faults: [
        { when: { method: 'DELETE', nth: 2 }, do: '401' },
        { when: { method: 'DELETE', nth: 3 }, do: '401' },
      ],
    });
    world.selectAll();
    deleted(world);
    expect(world.told()).toContain('1 video was deleted in HeyGen.');
    expect(world.told()).toContain('2 videos are left. HeyGen does not accept this API key');
    expect(kept(world)).toEqual(['Person2', 'Person3']);
    expect(shown(world)).toEqual({ links: ['Person2', 'Person3'], gone: ['Person1'] });
  });

  it('goes on behind a video that HeyGen will not delete', () => {
    const world = finished(3);
    world.simulator.set({
      faults: [{ when: { method: 'DELETE', nth: 2 }, do: 'refuse', status: 400, code: 'invalid_parameter' }],
    });
    world.selectAll();
    deleted(world);
    expect(world.told()).toContain('2 videos were deleted in HeyGen.');
    expect(world.told()).toContain('HeyGen did not delete 1 video.');
    expect(kept(world)).toEqual(['Person2']);
  });

  it.each([
    ['of something else', { do: 'refuse' as const, status: 404, code: 'template_not_found' }],
    ['that denies access', { do: 'refuse' as const, status: 404, code: 'resource_access_denied' }],
  ])('takes a 404 %s for a failure, and says so', (_, fault) => {
    const world = finished(2);
    world.simulator.set({ faults: [{ when: { method: 'DELETE' }, ...fault }] });
    world.selectAll();
    deleted(world);
    expect(world.told()).toContain('No videos were deleted in HeyGen.');
    expect(world.told()).toContain(
      `HeyGen did not delete 2 videos. Its answer was ${fault.code} (HTTP 404).`,
    );
    expect(world.told()).not.toMatch(/retry|Check the ids/);
    expect(kept(world)).toHaveLength(2);
    expect(shown(world).links).toHaveLength(2);
  });

  it('does not say that nothing was deleted when an answer was lost, and finds out when chosen again', () => {
    const world = finished(3);
    world.simulator.set({
      faults: [
        { when: { method: 'DELETE', nth: 1 }, do: 'cut-after' },
        { when: { method: 'DELETE', nth: 2 }, do: '401' },
        { when: { method: 'DELETE', nth: 3 }, do: '401' },
      ],
    });
    world.selectAll();
    deleted(world);
    expect(kept(world)).toEqual(['Person2', 'Person3']);
    expect(world.told()).toContain('HeyGen’s answer about 1 video was lost, so it may be deleted.');
    expect(world.told()).toContain('2 videos are left.');
    expect(world.told()).not.toMatch(/No videos were deleted|tries again/);
    deleted(world);
    expect(world.told()).toContain('3 videos were deleted in HeyGen.');
    expect(shown(world).gone).toHaveLength(3);
  });

  it('promises no further try when HeyGen is too busy or has trouble', () => {
    const world = finished(2);
    for (const fault of [{ do: '429' as const, retryAfter: 90 }, { do: '500' as const }]) {
      world.simulator.set({ faults: [{ when: { method: 'DELETE' }, ...fault, times: 3 }] });
      world.selectAll();
      deleted(world);
      expect(world.told()).toMatch(/left\. HeyGen .*ry again in/);
      expect(world.told()).not.toMatch(/tries again|need not do|by itself/i);
    }
  });

  it('stops before Google ends it, and goes on when it is chosen again', () => {
    const world = finished(40);
    world.simulator.set({ latencyMs: 10_000 });
    world.selectAll();
    expect(deleted(world).outcome).toBe('returned');
    expect(world.told()).toContain('Google gives one run no more time.');
    const left = kept(world).length;
    expect(left).toBeGreaterThan(10);
    expect(shown(world).gone).toHaveLength(40 - left);
    deleted(world);
    expect(kept(world)).toEqual([]);
    expect(shown(world).gone).toHaveLength(40);
  });
});
