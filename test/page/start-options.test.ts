import { expect, test } from 'vitest';
import { readStartOptions } from '../../src/page/start-options.ts';

test('without a word the examples open, with the built-in simulator', () => {
  expect(readStartOptions([])).toMatchObject({
    ok: true,
    value: {
      sheet: 'examples/outreach.csv',
      heygen: null,
      mode: 'bound',
      port: 4321,
      mail: false,
      fresh: false,
      open: true,
    },
  });
});

test('every option is taken', () => {
  const words =
    '--port 0 --heygen http://127.0.0.1:4010 --mode addon-test --sheet a.csv --mail --fresh --no-open';
  expect(readStartOptions(words.split(' '))).toMatchObject({
    ok: true,
    value: {
      port: 0,
      heygen: 'http://127.0.0.1:4010',
      mode: 'addon-test',
      sheet: 'a.csv',
      mail: true,
      fresh: true,
      open: false,
    },
  });
});

test.each([
  ['--port 70000', '--port is "70000", but it must be a whole number from 0 to 65535.'],
  ['--mode free', '--mode is "free", but it must be bound, addon or addon-test.'],
  ['--heygen api.heygen.com', '--heygen is "api.heygen.com", but it must be the address of a server'],
  ['a.csv', '"a.csv" stands alone. Name a sheet with --sheet a.csv.'],
  ['--nonsense', '"npm start -- --help" lists the options.'],
])('%s is refused with a sentence', (words, sentence) => {
  expect(readStartOptions(words.split(' '))).toMatchObject({
    ok: false,
    failure: expect.stringContaining(sentence),
  });
});
