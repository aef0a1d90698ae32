import { List, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { AreYouSure } from '../../shared/form/AreYouSure';
import { Choice } from '../../shared/form/Choice';
import { CommandForm } from '../../shared/form/CommandForm';
import { number } from '../../shared/format';
import { tell } from '../../shared/notices';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import {
  useCheckIdentity,
  useExtendRequest,
  useOrderErasure,
  useRefuseRequest,
  type Extension,
  type IdentityCheck,
  type RefusalReason,
} from './commands';
import { useErasurePreview, type PrivacyRequest } from './queries';

export function CheckForm({ request, close }: { request: PrivacyRequest; close: () => void }) {
  const check = useCheckIdentity();
  const form = useForm({ initialValues: { check: 'KNOWN_IN_PERSON' as IdentityCheck } });
  return (
    <CommandForm
      form={form}
      problem={check.problem}
      pending={check.pending}
      submit={texts.common.save}
      onCancel={close}
      onSubmit={(values) => {
        check.run({ request, check: values.check }, close);
      }}
    >
      <Text size="sm">{texts.privacy.checkText}</Text>
      <Choice label={texts.privacy.identity} options={texts.privacy.checks} field={form.getInputProps('check')} />
    </CommandForm>
  );
}

export function RefuseForm({ request, close }: { request: PrivacyRequest; close: () => void }) {
  const refuse = useRefuseRequest();
  const form = useForm({ initialValues: { reason: 'NOT_IDENTIFIED' as RefusalReason } });
  return (
    <CommandForm
      form={form}
      problem={refuse.problem}
      pending={refuse.pending}
      submit={texts.privacy.refuse}
      onCancel={close}
      onSubmit={({ reason }) => {
        refuse.run({ request, reason }, () => {
          close();
          tell(texts.privacy.refused);
        });
      }}
    >
      <Choice label={texts.privacy.refusedFor} options={texts.privacy.reasons} field={form.getInputProps('reason')} />
    </CommandForm>
  );
}

/** What goes and what stays, before it can't be taken back. */
export function EraseForm(props: { request: PrivacyRequest; customerId: string; close: () => void }) {
  const { request, close } = props;
  const preview = useErasurePreview(props.customerId);
  const erase = useOrderErasure();
  return (
    <Loaded query={preview} skeleton={<SkeletonLines lines={4} />}>
      {({ keys, events, held }) => (
        <Stack gap="sm">
          <Text size="sm">{texts.privacy.goes}</Text>
          <List size="sm">
            <List.Item>{texts.privacy.goesEvents(number(events), keys)}</List.Item>
            {held
              .filter(({ things }) => things > 0)
              .map(({ store, things }) => (
                <List.Item key={store}>
                  {texts.privacy.stores[store as keyof typeof texts.privacy.stores]}: {number(things)}
                </List.Item>
              ))}
          </List>
          <AreYouSure
            problem={erase.problem}
            pending={erase.pending}
            explained={texts.privacy.stays}
            submit={texts.privacy.eraseForGood}
            onBack={close}
            onSubmit={() => {
              erase.run(request, close);
            }}
          />
        </Stack>
      )}
    </Loaded>
  );
}

/** Of who worked here goes who they were; what they did stays. */
export function EraseMember({ request, close }: { request: PrivacyRequest; close: () => void }) {
  const erase = useOrderErasure();
  return (
    <AreYouSure
      problem={erase.problem}
      pending={erase.pending}
      explained={texts.privacy.eraseMember}
      submit={texts.privacy.eraseForGood}
      onBack={close}
      onSubmit={() => {
        erase.run(request, close);
      }}
    />
  );
}

export function ExtendForm({ request, close }: { request: PrivacyRequest; close: () => void }) {
  const extend = useExtendRequest();
  const form = useForm({
    initialValues: { reason: 'COMPLEX' as Extension['reason'], toldBy: request.way },
  });
  return (
    <CommandForm
      form={form}
      problem={extend.problem}
      pending={extend.pending}
      submit={texts.privacy.extendSubmit}
      onCancel={close}
      onSubmit={(body) => {
        extend.run({ request, body }, close);
      }}
    >
      <Text size="sm">{texts.privacy.extendText}</Text>
      <Choice
        label={texts.privacy.extendFor}
        options={texts.privacy.extensionReasons}
        field={form.getInputProps('reason')}
      />
      <Choice label={texts.privacy.toldBy} options={texts.privacy.ways} field={form.getInputProps('toldBy')} />
    </CommandForm>
  );
}
