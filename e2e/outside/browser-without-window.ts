/** A browser that shows nothing: it keeps cookies, and follows no redirect by itself. */

export interface Shown {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
}

export interface Browser {
  send(method: string, url: string, body?: URLSearchParams | object): Promise<Shown>;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** Opens one for the pages of `origin`; it says that it is `userAgent`. */
export function createBrowser(
  origin: string,
  userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0',
): Browser {
  const cookies = new Map<string, Cookie>();

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim());
    const attribute = (name: string) =>
      attributes.find(one => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const at = pair.indexOf('=');
    const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), path: attribute('path') ?? '/' };
    const key = `${cookie.name};${cookie.path}`;
    const ends = attribute('expires');
    if (attribute('max-age') === '0' || (ends !== undefined && Date.parse(ends) <= Date.now())) cookies.delete(key);
    else cookies.set(key, cookie);
  }

  return {
    send: async (method, url, body) => {
      const target = new URL(url, origin);
      if (target.origin !== origin) throw new Error(`${url} is not a page of ${origin}`);
      // The Experience API is told of the sign-in by cookies of other paths too, as the pages' own browser does.
      const isSent = ({ path }: Cookie) =>
        target.pathname === path || target.pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
      const cookie = [...cookies.values()].filter(isSent).map(({ name, value }) => `${name}=${value}`);
      const isForm = body instanceof URLSearchParams;
      const response = await fetch(target, {
        method,
        redirect: 'manual',
        headers: {
          'user-agent': userAgent,
          ...(cookie.length > 0 && { cookie: cookie.join('; ') }),
          ...(body && !isForm && { 'content-type': 'application/json' }),
        },
        ...(body && { body: isForm ? body : JSON.stringify(body) }),
      });
      for (const line of response.headers.getSetCookie()) keep(line);
      const location = response.headers.get('location') ?? undefined;
      return { status: response.status, location, text: await response.text() };
    },
  };
}
