/** Leaves for the identity provider and comes back to this page, or to `path`. */
export function goToSignIn(path = `${location.pathname}${location.search}`): void {
  location.assign(signInAddress(path));
}

export function signInAddress(path = `${location.pathname}${location.search}`): string {
  return `/auth/login?${new URLSearchParams({ return_to: path })}`;
}
