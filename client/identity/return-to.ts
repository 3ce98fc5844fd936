/**
 * Where somebody goes back to after he signed in: an address of our own, whole, so that no browser reads it otherwise. Anything
 * else, be it another site in whatever disguise or the sign-in itself, becomes the start page.
 */
export function returnAddress(publicUrl: string, path: string | null | undefined): string {
  const home = `${publicUrl}/`;
  if (!path?.startsWith('/') || path.length > MOST_CHARACTERS) return home;
  const url = URL.parse(path, publicUrl);
  // `/.//elsewhere` is of our origin and has the path `//elsewhere`, which alone would mean another site.
  if (!url || url.origin !== publicUrl || url.username || url.pathname.startsWith('//') || /^\/(auth|identity)(\/|$)/.test(url.pathname)) return home;
  return url.href;
}

const MOST_CHARACTERS = 1_500;
