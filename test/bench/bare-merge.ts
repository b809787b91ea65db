import * as z from 'zod';

/** What HeyGen's reference says of a spoken video, in the fewest words. */
const VIDEO = z.object({
  type: z.literal('avatar'),
  avatar_id: z.string().min(1).max(200),
  script: z.string().min(1).max(5_000),
  title: z.string().max(200),
});

/**
 * The yardstick for planning: what a script of an afternoon would do with a sheet. It puts values in, as Mustache
 * does, and checks each request's shape with zod. It finds no mistakes, explains none, and remembers nothing. Mustache
 * itself is not a dependency, because these lines are all that is needed of it.
 */
export function bareMerge(grid: readonly (readonly string[])[]): string[] {
  const [headers = [], ...rows] = grid;
  return rows.map((cells) => {
    const values = new Map(headers.map((header, at) => [header, cells[at] ?? '']));
    const script = (values.get('script') ?? '').replace(
      /<<\s*([^<>|]+?)\s*>>/g,
      (_, name: string) => values.get(name) ?? '',
    );
    const request = {
      type: 'avatar',
      avatar_id: values.get('avatar_id'),
      script,
      title: script.slice(0, 60),
    };
    return JSON.stringify(VIDEO.parse(request));
  });
}
