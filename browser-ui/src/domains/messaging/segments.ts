/** What carriers' plain alphabet has; each of the second ones counts two. */
const PLAIN = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const DOUBLE = new Set('\f^{}\\[~]|€');

/** In how many parts a text travels, each of which costs: 160 plain characters or 70 others, a little less in many. */
export function segments(text: string): number {
  const characters = Array.from(text);
  if (characters.every((character) => PLAIN.has(character) || DOUBLE.has(character))) {
    const length = characters.reduce((sum, character) => sum + (DOUBLE.has(character) ? 2 : 1), 0);
    return length <= 160 ? Math.min(length, 1) : Math.ceil(length / 153);
  }
  return text.length <= 70 ? Math.min(text.length, 1) : Math.ceil(text.length / 67);
}
