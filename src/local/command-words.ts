import { type ParseArgsConfig, parseArgs } from 'node:util';
import { failure, type Result, success } from '../core/result.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options that were given, and the words that stand alone. */
type Words<Known extends Options> = ReturnType<
  typeof parseArgs<{ options: Known; allowPositionals: true; strict: true }>
>;

/** Reads the words behind a command. The failure is a sentence that names the command. */
export function parseWords<const Known extends Options>(
  command: string,
  words: readonly string[],
  options: Known,
): Result<Words<Known>, string> {
  try {
    return success(parseArgs({ args: [...words], options, allowPositionals: true, strict: true }));
  } catch (error) {
    // Only Node's first sentence says what is wrong. The rest is about its own syntax.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/);
    return failure(`${sentence}. "${command} -- --help" lists the options.`);
  }
}

/** The origin of a server in HeyGen's place. Null when none was named. */
export function serverOrigin(address: string | undefined): Result<string | null, string> {
  if (address === undefined) return success(null);
  const url = URL.canParse(address) ? new URL(address) : null;
  const plain =
    url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!plain || !['http:', 'https:'].includes(url.protocol)) {
    return failure(
      `--heygen is "${address}", but it must be the address of a server, such as http://127.0.0.1:4010 (without a path).`,
    );
  }
  return success(url.origin);
}
