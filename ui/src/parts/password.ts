// The rule for passwords, as the server has it.

/** Shortest password, in characters: length is what makes guessing dear, signs and capitals are not. */
export const PASSWORD_CHARS_MIN = 10;

/** How many characters are still missing. */
export function missingChars(password: string): number {
  return Math.max(0, PASSWORD_CHARS_MIN - [...password].length);
}
