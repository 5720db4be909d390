const SECRET = /pass(word|phrase)?$|secret|token$|api_?key$|private_?key$/i;

/** Whether a key, or the last of a dotted path, is called as secrets are. */
export function isSecretKey(key: string): boolean {
  return SECRET.test(key);
}
