import { cliFigures } from './cli-figures.ts';
import { clickFigures } from './click-figures.ts';
import { codeFigures } from './code-figures.ts';
import { heading } from './figures.ts';
import { pageFigures } from './page-figures.ts';
import { passFigures } from './pass-figures.ts';
import { hourlyFigures, runFigures } from './run-figures.ts';
import { sidebarFigures } from './sidebar-figures.ts';

/*
 * Speed as numbers, each beside its goal. Calls, bytes and virtual times are exact and the same on every machine;
 * real times are not, so they are only to be compared with each other within one run.
 *
 * `npm run bench` measures everything at 1,000 rows but `long`, which is `runs` at 3,000 and takes a quarter of an hour.
 * Arguments choose sections and sizes: `npm run bench -- long`, `npm run bench -- runs 500`.
 */

const SECTIONS: Readonly<Record<string, (rows: readonly number[]) => void | Promise<void>>> = {
  code: codeFigures,
  runs: runFigures,
  long: () => runFigures([3_000]),
  hourly: hourlyFigures,
  pass: passFigures,
  clicks: clickFigures,
  sidebar: sidebarFigures,
  page: pageFigures,
  cli: cliFigures,
};

const words = process.argv.slice(2);
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
const chosen = words.filter((word) => word in SECTIONS);
const unknown = words.filter((word) => !(word in SECTIONS) && !/^\d+$/.test(word));

if (unknown.length > 0) {
  console.error(`There is no section "${unknown[0]}". There are: ${Object.keys(SECTIONS).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const [name, measure] of Object.entries(SECTIONS)) {
    if (chosen.length > 0 ? !chosen.includes(name) : name === 'long') continue;
    const began = performance.now();
    await measure(sizes.length > 0 ? sizes : [1_000]);
    heading(`(${name}: ${Math.round((performance.now() - began) / 1000)} s of real time)`);
  }
}
