export const USAGE = `Usage: npm run render -- SHEET.csv [options]

  --check            only look at the rows for mistakes: nothing is rendered, and nothing is paid
  --runs             only list the runs of this sheet so far: nothing is rendered
  --texts FILE.csv   write what each row would say into a file: nothing is rendered
  --sample N         render only a sample of at most N rows (1 to 5) that shows every kind of row
  --approve          go on with the rest, once you have looked at the sample
  --strict           block rows with warnings
  --share            rows whose videos would look and sound the same share one, which is paid for once
  --only CONDITION   render only rows that meet a condition, as in merge fields: --only "consent = yes"
  --names FILE.csv   how names sound, in columns value, say, language and voice, as the sheet “Reelmerge names” has them
  --voice LANG=ID    the voice of rows whose column language says so, for each language: --voice German=ID --voice fr=ID
  --locale de-AT     how dates and amounts are said, and the accent, in rows that name no locale or language
  --currency EUR     what <<price:money>> says for an amount that names no currency
  --max-usd N        the most that the run may cost, as estimated: further rows stay queued
  --ignore NAMES     columns that steer nothing although they are named like Reelmerge's: title,image
  --out FILE.csv     where the rendered sheet goes (default: beside the input, .rendered.csv)
  --rows 2-40,57     rows to render, as the sheet counts them: row 1 is the header (default: all)
  --again ROWS|all   rows to render, and pay, once more although they are done
  --heygen URL       a server in place of https://api.heygen.com
  --state FILE       where the run is kept, so that it can go on after a kill (default: beside --out)
  --trigger SECONDS  how often finished videos are looked for (default: 60)
  --mode bound|addon what Google allows: a trigger each minute, or each hour (default: bound)
  --yes              answer yes to the question before money is spent
  --serve            keep the built-in simulator running at the end, so that its links open
  --sheet-rows N     rows that a sheet takes; further ones go on further sheets, one after another (default: 10000)
  --jsonl            one line of JSON on stdout for each row that has come to its end; words go to stderr
  --json             the result as one line of JSON, last on stdout

The HeyGen key is read from the environment variable HEYGEN_API_KEY. Without it, and without --heygen,
a built-in simulator renders: nothing is paid.

Exit codes: 0 every row is done, apart from those that --only or a column "approved" leaves out; 1 some rows are
not (with --check: some have a mistake or a warning); 2 it could not begin, or could not write; 3 stopped by
the account or the network; 130 Ctrl-C. After 2, 3 and 130 the same command goes on where it was.`;
