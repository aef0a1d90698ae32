interface Column {
  means?: string;
}

/** The columns' meanings with one changed; of two columns with one meaning the one that was chosen last keeps it. */
export function mapped(columns: Column[], place: number, word: string): string[] {
  return columns.map(({ means }, at) => (at === place ? word : means === word ? '' : (means ?? '')));
}
