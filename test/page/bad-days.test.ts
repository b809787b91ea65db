import { expect, test } from 'vitest';
import { BAD_DAYS, optionsOfDays } from '../../src/page/bad-days.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';

test.each(BAD_DAYS)('the simulator plays the day "$label", and it changes something', ({ name }) => {
  const simulator = createSimulator();
  const before = JSON.stringify(simulator.options());
  expect(simulator.set(optionsOfDays([name]))).toMatchObject({ ok: true });
  expect(JSON.stringify(simulator.options())).not.toBe(before);
  expect(simulator.set(optionsOfDays([]))).toMatchObject({ ok: true });
  expect(JSON.stringify(simulator.options())).toBe(before);
});

test('on the day “Credit ends late” a video is accepted all the same', () => {
  const simulator = createSimulator(optionsOfDays(['late-credit']));
  const body = JSON.stringify({ type: 'avatar', avatar_id: 'Anna_Office_Front_public', script: 'Hello' });
  const request = { method: 'POST', path: '/v3/videos', headers: { 'x-api-key': 'k' }, body };
  expect(simulator.handle(request, 1_000)).toMatchObject({ kind: 'reply', status: 200 });
});

test('each mishap of the network is met at once', () => {
  for (const day of ['down', 'key', '429', 'lost', 'cut', '5xx', 'html', '402', '400']) {
    const simulator = createSimulator(optionsOfDays([day]));
    const request = { method: 'POST', path: '/v3/videos', headers: { 'x-api-key': 'k' }, body: '{}' };
    const answer = simulator.handle(request, 1_000);
    const ordinary =
      answer.kind === 'reply' && answer.status === 400 && !String(answer.body).includes('unlimited');
    expect({ day, ordinary }).toEqual({ day, ordinary: false });
  }
});
