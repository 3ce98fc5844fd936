/** As much of a browser as signing in needs: cookies by host and path, redirects, forms. */
export class Browser {
  /** Name and path to value. */
  readonly cookies = new Map<string, { readonly name: string; readonly path: string; readonly host: string; readonly value: string; readonly attributes: string }>();
  /** Every address it was at, the last one last. */
  readonly visited: string[] = [];

  get address(): string {
    return this.visited.at(-1) ?? '';
  }

  /** Goes somewhere, and wherever it is sent from there. */
  async go(url: string, init: RequestInit = {}): Promise<Response> {
    let response = await this.once(url, init);
    for (let redirects = 0; isRedirect(response); redirects++) {
      if (redirects === 20) throw new Error(`redirected for ever: ${this.visited.slice(-4).join(' → ')}`);
      response = await this.once(new URL(response.headers.get('location')!, this.address).href);
    }
    return response;
  }

  /** One request, redirects not followed. */
  async once(url: string, init: RequestInit = {}): Promise<Response> {
    this.visited.push(url);
    const cookie = this.cookieHeader(new URL(url));
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { accept: 'text/html', ...init.headers as Record<string, string>, ...(cookie ? { cookie } : {}) } });
    for (const line of response.headers.getSetCookie()) this.keep(line, new URL(url));
    return response;
  }

  /** Sends a form. */
  submit(url: string, fields: Record<string, string>): Promise<Response> {
    return this.go(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  cookie(name: string): string | undefined {
    return [...this.cookies.values()].find((one) => one.name === name)?.value;
  }

  cookieHeader({ hostname, pathname }: URL): string {
    return [...this.cookies.values()].filter((one) => one.host === hostname && isUnder(pathname, one.path)).map((one) => `${one.name}=${one.value}`).join('; ');
  }

  /** A second window with what this one knows, as of now. */
  copy(): Browser {
    const other = new Browser();
    for (const [key, cookie] of this.cookies) other.cookies.set(key, cookie);
    return other;
  }

  private keep(line: string, { hostname, pathname }: URL): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const name = pair.slice(0, pair.indexOf('='));
    const attribute = (of: string) => attributes.find((one) => one.toLowerCase().startsWith(`${of}=`))?.slice(of.length + 1);
    const path = attribute('path') ?? (pathname.slice(0, pathname.lastIndexOf('/')) || '/');
    const key = `${hostname} ${path} ${name}`;
    const expires = attribute('expires');
    if (attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now())) this.cookies.delete(key);
    else this.cookies.set(key, { name, path, host: hostname, value: pair.slice(name.length + 1), attributes: attributes.join('; ') });
  }
}

function isRedirect({ status, headers }: Response): boolean {
  return [301, 302, 303, 307, 308].includes(status) && headers.has('location');
}

function isUnder(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}
