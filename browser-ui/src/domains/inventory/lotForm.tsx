import { Select, Text } from '@mantine/core';
import type { Done, Grade, Item } from '../../api/types';
import { boxes } from '../../shared/format';
import { tell, tellWithUndo } from '../../shared/notices';
import { texts } from '../../texts';
import type { LotRef } from './commands';

export type Lot = Item<'/api/lots'>;

/** What every form about lots is given; `first` is one of them. */
export interface FormProps {
  lots: Lot[];
  first: Lot;
  close: () => void;
}

/** Names what the step is about. */
export function About({ lots, first }: Pick<FormProps, 'lots' | 'first'>) {
  return (
    <div>
      <Text fw={600}>{lots.length === 1 ? first.item : texts.stock.lots(lots.length)}</Text>
      <Text size="sm" c="dimmed">
        {boxes(lots.reduce((total, lot) => total + lot.onHand, 0))}
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

/** Closes the form and says what was done; where it was one lot, with a way back. */
export function finishWithUndo(props: FormProps, done: string, undo: (lot: LotRef) => Promise<unknown>) {
  return ({ version }: Done) => {
    props.close();
    if (props.lots.length > 1) tell(done);
    else tellWithUndo(done, () => undo({ id: props.first.id, version }));
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
