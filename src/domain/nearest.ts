/** The entries most like a wrong one, best first: at most three, and none that is quite another word. */
export function nearest(wrong: string, known: Iterable<string>, limit = 3): string[] {
  const asked = wrong.toLowerCase().slice(0, 64);
  const most = Math.max(2, Math.floor(asked.length * 0.4));
  const near: { text: string; distance: number }[] = [];
  for (const text of known) {
    const candidate = text.toLowerCase();
    const part = asked.length >= 3 && (candidate.includes(asked) || asked.includes(candidate));
    const distance = part ? 1 : editDistance(asked, candidate, most);
    if (distance <= most) near.push({ text, distance });
  }
  near.sort((a, b) => a.distance - b.distance || (a.text < b.text ? -1 : 1));
  return near.slice(0, limit).map((entry) => entry.text);
}

/** Levenshtein distance; stops at once where it must exceed `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length]!;
}
