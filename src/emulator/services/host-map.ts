/** Leads the origins that a script knows to other servers. The whitelist and the script see only the former. */
export interface HostMap {
  /** The address that the request really goes to. */
  outward(url: string): string;
  /** The address of a redirect as the script must see it. */
  inward(url: string): string;
}

/** `hosts` maps origins such as `https://api.example.com` to origins such as `http://127.0.0.1:4010`. */
export function createHostMap(hosts: Readonly<Record<string, string>>): HostMap {
  const pairs = Object.entries(hosts).map(
    ([from, to]) => [new URL(from).origin, new URL(to).origin] as const,
  );
  return {
    outward: (url) => {
      const { origin } = new URL(url);
      const pair = pairs.find(([from]) => from === origin);
      return pair === undefined ? url : pair[1] + new URL(url).href.slice(origin.length);
    },
    inward: (url) => {
      const { origin } = new URL(url);
      const pair = pairs.find(([, to]) => to === origin);
      return pair === undefined ? url : pair[0] + url.slice(origin.length);
    },
  };
}
