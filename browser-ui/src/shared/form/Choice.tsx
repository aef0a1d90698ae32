import { Select } from '@mantine/core';

interface ChoiceProps {
  label: string;
  /** Words by what they stand for, in the order in which they are offered. */
  options: Record<string, string>;
  /** As the form has it. */
  field: object;
}

/** One of a few words, always chosen. */
export function Choice({ label, options, field }: ChoiceProps) {
  return (
    <Select
      label={label}
      data={Object.entries(options).map(([value, name]) => ({ value, label: name }))}
      allowDeselect={false}
      {...field}
    />
  );
}
