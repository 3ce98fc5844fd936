/** Whether an address is this machine's own, where plain http goes over no wire. IPv6 addresses with or without the URL's brackets. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
