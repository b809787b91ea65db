import type { Call } from './call.ts';
import { invalid, jsonReply, type Refusal, type Reply, refusalReply } from './exchange.ts';
import { failure, type Result, success } from './result.ts';
import { seededShuffle } from './seeded.ts';

export interface Page<Member> {
  readonly members: readonly Member[];
  /** null on the last page. */
  readonly nextToken: string | null;
}

const token = (position: number): string => Buffer.from(`after:${position}`).toString('base64url');

function positionOf(text: string): number | null {
  const match = /^after:(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString());
  return match === null ? null : Number(match[1]);
}

/** `limit`, and the position that `token` stands for (0 on the first page). */
export function readPaging(
  call: Call,
  most: number,
  usual: number,
): Result<{ limit: number; position: number }, Refusal> {
  const limitText = call.query.get('limit') ?? String(usual);
  const limit = /^\d{1,6}$/.test(limitText) ? Number(limitText) : 0;
  if (limit < 1 || limit > most) {
    return failure(invalid('limit', `limit must be a whole number from 1 to ${most}.`));
  }
  const tokenText = call.query.get('token') ?? '';
  const position = tokenText === '' ? 0 : positionOf(tokenText);
  return position === null
    ? failure(invalid('token', 'token is not one of ours.'))
    : success({ limit, position });
}

/** One page of a list whose order does not change. */
export function pageOf<Member>(
  call: Call,
  list: readonly Member[],
  most: number,
  usual: number,
): Result<Page<Member>, Refusal> {
  const paging = readPaging(call, most, usual);
  if (!paging.ok) return paging;
  const { limit, position } = paging.value;
  const end = position + limit;
  const nextToken = end < list.length ? token(end) : null;
  return success({ members: list.slice(position, end), nextToken });
}

/**
 * One page of a list that grows while it is read, newest first. The token holds the last member's position in
 * the order of creation, so newcomers shift nothing.
 */
export function newestPage<Member extends { readonly seq: number }>(
  call: Call,
  oldestFirst: readonly string[],
  find: (id: string) => Member | null,
  most: number,
  usual: number,
): Result<Page<Member>, Refusal> {
  const paging = readPaging(call, most, usual);
  if (!paging.ok) return paging;
  const { limit, position } = paging.value;
  const members: Member[] = [];
  for (let index = oldestFirst.length - 1; index >= 0; index -= 1) {
    const member = find(oldestFirst[index] ?? '');
    if (member === null || (position > 0 && member.seq >= position)) continue;
    if (members.length === limit) {
      return success({ members, nextToken: token(members[limit - 1]?.seq ?? 0) });
    }
    members.push(member);
  }
  return success({ members, nextToken: null });
}

/** A page in its documented form. With `shufflePages` its members come in any order. */
export function pageReply<Member>(
  call: Call,
  page: Result<Page<Member>, Refusal>,
  toWire: (member: Member) => unknown,
): Reply {
  if (!page.ok) return refusalReply(page.failure);
  const data = page.value.members.map(toWire);
  const { options, requests } = call.world;
  return jsonReply(200, {
    data: options.shufflePages ? seededShuffle(data, options.seed, 'page', requests) : data,
    has_more: page.value.nextToken !== null,
    next_token: page.value.nextToken,
  });
}
