import { Modal, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import type { Body } from '../../api/types';
import { Choice } from '../../shared/form/Choice';
import { CommandForm } from '../../shared/form/CommandForm';
import { QuestionFields } from '../../shared/form/QuestionFields';
import { texts } from '../../texts';
import { useReceiveRequest } from './commands';

type Asked = Body<'/api/privacy-requests', 'post'>;

interface PrivacyDialogProps {
  person: { id: string; name: string };
  opened: boolean;
  onClose: () => void;
}

/** Writes down what a person asked about their data; what is done about it has a screen of its own. */
export function PrivacyDialog({ person, opened, onClose }: PrivacyDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.privacy.question(person.name)}>
      <AskForm person={person} onClose={onClose} />
    </Modal>
  );
}

function AskForm({ person, onClose }: Omit<PrivacyDialogProps, 'opened'>) {
  const receive = useReceiveRequest();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: {
      kind: 'DELETION' as Asked['kind'],
      law: 'GDPR' as NonNullable<Asked['law']>,
      way: 'BY_PHONE' as Asked['way'],
      receivedOn: '',
    },
  });
  return (
    <CommandForm
      form={form}
      problem={receive.problem}
      pending={receive.pending}
      submit={texts.privacy.write}
      onCancel={onClose}
      onSubmit={({ kind, law, way, receivedOn }) => {
        receive.run({ customerId: person.id, kind, law, way, ...(receivedOn && { receivedOn }) }, (done) => {
          onClose();
          void navigate({ to: '/settings/privacy/$requestId', params: { requestId: done.id } });
        });
      }}
    >
      <Text size="sm">{texts.privacy.questionText}</Text>
      <QuestionFields form={form} kinds={texts.privacy.kinds} />
      <Choice label={texts.privacy.way} options={texts.privacy.ways} field={form.getInputProps('way')} />
      <TextInput
        type="date"
        label={texts.privacy.receivedOn}
        description={texts.privacy.receivedOnHint}
        {...form.getInputProps('receivedOn')}
      />
    </CommandForm>
  );
}
