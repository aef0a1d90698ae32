import { Choice } from './Choice';
import type { UseFormReturnType } from '@mantine/form';
import { texts } from '../../texts';

interface QuestionFieldsProps<Values> {
  form: UseFormReturnType<Values>;
  /** What can be asked, and how it is called. */
  kinds: Record<string, string>;
}

/** What somebody asks about data, and by which law: the fields `kind` and `law` of a form. */
export function QuestionFields<Values>({ form, kinds }: QuestionFieldsProps<Values>) {
  return (
    <>
      <Choice label={texts.privacy.kind} options={kinds} field={form.getInputProps('kind')} />
      <Choice label={texts.privacy.law} options={texts.privacy.laws} field={form.getInputProps('law')} />
    </>
  );
}
