/** What stands in for the names in braces, for one person. */
export interface Gaps {
  name: string | undefined;
  business: string;
}

/** A text with each one's own put in; of somebody whose name isn't known, the gap closes with the space before it. */
export function filled(text: string, { name, business }: Gaps): string {
  const values: Record<string, string> = {
    name: name ?? '',
    'first name': (name ?? '').split(' ', 1)[0] ?? '',
    business,
  };
  return text.replace(/( ?)\{([^{}]*)\}/g, (whole: string, space: string, gap: string) => {
    const value = values[gap];
    if (value === undefined) return whole;
    return value === '' ? '' : space + value;
  });
}
