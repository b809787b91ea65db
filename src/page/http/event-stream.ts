import type { ServerResponse } from 'node:http';
import type { News } from '../page-state.ts';

/** The open pages. Each of them gets server-sent events. */
export interface EventStream {
  /** Begins a stream with the whole state. */
  add(response: ServerResponse, first: News): void;
  send(news: News): void;
  count(): number;
  close(): void;
}

export function createEventStream(): EventStream {
  const open = new Set<ServerResponse>();
  const write = (response: ServerResponse, news: News): void => {
    response.write(`data: ${JSON.stringify(news)}\n\n`);
  };
  return {
    add: (response, first) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      open.add(response);
      response.once('close', () => open.delete(response));
      write(response, first);
    },
    send: (news) => {
      for (const response of open) write(response, news);
    },
    count: () => open.size,
    close: () => {
      for (const response of open) response.end();
    },
  };
}
