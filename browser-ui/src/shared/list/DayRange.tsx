import { texts } from '../../texts';
import { DateInput } from '../form/inputs';

interface DayRangeProps {
  search: { from?: string; to?: string };
  show: (change: { from?: string | undefined; to?: string | undefined; page?: undefined }) => void;
}

/** From which day to which a list goes, either end open. */
export function DayRange({ search, show }: DayRangeProps) {
  return (
    <>
      <DateInput
        w={{ sm: 140 }}
        label={texts.list.from}
        value={search.from ?? ''}
        onChange={(event) => {
          show({ from: event.currentTarget.value || undefined, page: undefined });
        }}
      />
      <DateInput
        w={{ sm: 140 }}
        label={texts.list.to}
        value={search.to ?? ''}
        onChange={(event) => {
          show({ to: event.currentTarget.value || undefined, page: undefined });
        }}
      />
    </>
  );
}
