import type { Reply } from '../exchange.ts';

/**
 * The part of a file that a `Range` header asks for: browsers need it to jump within a video. A header that makes
 * no sense, or that asks for several parts, gets the whole file.
 */
export function rangeOf(reply: Reply, header: string): Reply {
  if (reply.status !== 200 || typeof reply.body === 'string') return reply;
  const size = reply.body.length;
  const whole = { ...reply, headers: { ...reply.headers, 'Accept-Ranges': 'bytes' } };
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return whole;
  // `bytes=-500` is the last 500 bytes.
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  if (from > to) {
    return {
      ...whole,
      status: 416,
      headers: { ...whole.headers, 'Content-Range': `bytes */${size}` },
      body: '',
    };
  }
  return {
    ...whole,
    status: 206,
    headers: { ...whole.headers, 'Content-Range': `bytes ${from}-${to}/${size}` },
    body: reply.body.subarray(from, to + 1),
  };
}
