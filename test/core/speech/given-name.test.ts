import { expect, test } from 'vitest';
import { formatted, readFormatter } from '../../../src/core/merge/formatter.ts';

test.each([
  ['Anna Smith', 'Anna'],
  ['Dr. Anna Smith', 'Anna'],
  ['Smith, Anna', 'Anna'],
  ['Smith, Dr. Anna Maria', 'Anna'],
  ['Prof. Dr. Hans-Peter Müller', 'Hans-Peter'],
  ['Prof. Dr. med. Eva von Stein', 'Eva'],
  ['Mr Bean', 'Bean'],
  ['Anna', 'Anna'],
  ['Dr.Anna Smith', 'Anna'],
  ['Anna Smith, PhD', 'Anna'],
  ['Robert Downey, Jr.', 'Robert'],
  ['J. Robert Oppenheimer', 'Robert'],
  ['J.R.R. Tolkien', 'J.R.R.'],
  ['von der Leyen, Ursula', 'Ursula'],
  ['O’Connor, Siobhán', 'Siobhán'],
  ['山田 太郎', '太郎'],
  ['山田太郎', '山田太郎'],
  ['김 민준', '민준'],
  ['عبد الله محمد', 'عبد الله'],
  ['Сергей Иванов', 'Сергей'],
  ['Dr.', 'Dr.'],
  ['', ''],
])('the given name of “%s” is “%s”', (name, given) => {
  expect(formatted(name, 'given', 'en')).toBe(given);
});

test('the family name comes first in Hungary and Vietnam, where the locale says so', () => {
  expect(formatted('Kovács Anna', 'given', 'hu-HU')).toBe('Anna');
  expect(formatted('Nguyễn Văn An', 'given', 'vi-VN')).toBe('An');
  expect(readFormatter('Given')).toBe('given');
});
