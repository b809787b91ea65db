import { expect, it } from 'vitest';
import { people, World } from './world.ts';

it('every row gets its video', () => {
  const world = new World();
  world.prepare(people(12));
  world.menu('renderSelectedRows');
  world.follow();
  expect(world.rows().every((row) => row.status === 'Done' && row.video_url !== '')).toBe(true);
  expect(world.simulator.paidVideos().length).toBe(12);
});

it('what is worth a look in the rows is told in the question, and stops nothing', () => {
  const world = new World();
  const look = 'Anna_Office_Front_public';
  world.prepare([
    ['script', 'avatar_id', 'test_mode'],
    ['Write to ana@example.com.', look, ''],
    ['See example.com/offer.', look, 'yes'],
    ['A plain sentence.', look, ''],
  ]);
  let question = '';
  world.answer = (dialog) => {
    if (dialog.title.startsWith('Render')) question = dialog.message;
    return { button: 'NO' };
  };
  world.menu('renderSelectedRows');
  const [paid, priced, warned] = question.split('\n\n');
  expect(paid).toBe(
    '2 videos will be made and paid for.\n1 test video will be asked for. Test videos are free and carry a watermark, but HeyGen makes none for some accounts.',
  );
  expect(priced).toMatch(
    /^Length: about \d+ s\. Cost: about \$0\.\d+ to \$0\.\d+\.\nBalance: \$100,000\.00, /,
  );
  expect(warned).toMatch(
    /^Worth a look before you pay:\n• Row 2: .*ana@example\.com.*\n• Row 3: .*example\.com\/offer/,
  );
  expect(question).not.toContain('Row 4');
});

it('of much that is worth a look three things are told, each once, and first what nobody means to hear', () => {
  const world = new World();
  const mails = ['ana', 'ben', 'cy'].map((name) => `Write to ${name}@example.com.`);
  world.prepare([
    ['script', 'avatar_id'],
    ...[...mails, ...Array.from({ length: 5 }, () => 'Hello {{name}}.')].map((script) => [
      script,
      'Anna_Office_Front_public',
    ]),
  ]);
  let question = '';
  world.answer = (dialog) => {
    if (dialog.title.startsWith('Render')) question = dialog.message;
    return { button: 'NO' };
  };
  world.menu('renderSelectedRows');
  expect(question).toMatch(
    /pay:\n• Rows 5, 6, 7 and 2 more: .*<<name>> instead\.\n• Row 2: .*\n• Row 3: .*\n• And 1 more warning\.\n\nRows that only a filter view hides count too\.$/,
  );
});

it('the first render leaves the selected rows selected, although the ledger comes and goes in front of them', () => {
  const world = new World();
  world.prepare(people(3));
  world.hands.select(world.sheet, ['A3:C4']);
  world.menu('renderSelectedRows');
  expect(world.rows().map(({ status }) => status)).toEqual(['', 'Rendering', 'Rendering']);
  world.follow();
  world.menu('renderSelectedRows');
  expect(world.emulator.ui.dialogs().at(-1)?.message).toContain('2 rows done already');
});
