import { Select, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Done, Grade, Item } from '../../api/types';
import { boxes } from '../../shared/format';
import { tell, tellWithUndo } from '../../shared/notices';
import { undoFacts } from '../../shared/undo';
import { texts } from '../../texts';

export type Lot = Item<'/api/lots'>;

/** What every form about a lot is given. */
export interface FormProps {
  lot: Lot;
  close: () => void;
}

/** Names what the step is about. */
export function About({ lot }: Pick<FormProps, 'lot'>) {
  return (
    <div>
      <Text fw={600}>{lot.item}</Text>
      <Text size="sm" c="dimmed">
        {boxes(lot.onHand)}
      </Text>
    </div>
  );
}

/** The choices of a select, in our words. */
export function options(words: Record<string, string>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

export function noteOf(note: string): { note?: string } {
  return note.trim() ? { note: note.trim() } : {};
}

/** Closes the form and says what was done, with a way back. */
export function useFinishWithUndo(close: () => void, done: string) {
  const queries = useQueryClient();
  return ({ position }: Done) => {
    close();
    tellWithUndo(done, () => undoFacts(queries, [position]));
  };
}

/** Closes the form and says what was done. */
export function finish(close: () => void, done: string) {
  return () => {
    close();
    tell(done);
  };
}

export function GradeSelect(props: { value?: Grade }) {
  return <Select label={texts.stock.grade} data={options(texts.deals.grades)} allowDeselect={false} {...props} />;
}
