import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import type { Answer } from '../../api/types';
import { CopyField } from '../../shared/CopyField';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { tell } from '../../shared/notices';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { confirmAuthenticator, offerAuthenticator, removeAuthenticator, renewRecoveryCodes } from './commands';
import { QrCode } from './QrCode';
import { useAuthenticator } from './queries';

type Offered = Answer<'/api/authenticator/offer', 'post'>;

/** Sets an authenticator app up as a second step of the sign-in; or takes it away. */
export function Authenticator({ onInUse }: { onInUse?: () => void }) {
  const state = useAuthenticator();
  const [offered, setOffered] = useState<Offered>();
  const [codes, setCodes] = useState<string[]>();
  const offering = useMutation({ mutationFn: offerAuthenticator, onSuccess: setOffered, networkMode: 'always' });
  const removing = useMutation({
    mutationFn: removeAuthenticator,
    onSuccess: () => {
      tell(texts.secondStep.removed);
      return state.refetch();
    },
    networkMode: 'always',
  });
  const renewing = useMutation({
    mutationFn: renewRecoveryCodes,
    onSuccess: ({ recoveryCodes }) => {
      setCodes(recoveryCodes);
    },
    networkMode: 'always',
  });

  if (codes) {
    return (
      <RecoveryCodes
        codes={codes}
        done={() => {
          setCodes(undefined);
          setOffered(undefined);
          void state.refetch();
          onInUse?.();
        }}
      />
    );
  }
  if (offered) return <ConfirmForm offered={offered} done={setCodes} />;
  const failed = offering.error ?? removing.error ?? renewing.error;
  return (
    <Loaded query={state} skeleton={<SkeletonLines lines={2} />}>
      {({ inUse }) => (
        <Stack gap="md">
          {failed && <ProblemBanner problem={Problem.of(failed)} />}
          <Text size="sm">{inUse ? texts.secondStep.inUse : texts.secondStep.notInUse}</Text>
          {inUse ? (
            <Group gap="xs">
              <Button
                variant="default"
                loading={renewing.isPending}
                onClick={() => {
                  renewing.mutate();
                }}
              >
                {texts.secondStep.renew}
              </Button>
              <Button
                variant="subtle"
                color="red"
                loading={removing.isPending}
                onClick={() => {
                  removing.mutate();
                }}
              >
                {texts.secondStep.remove}
              </Button>
            </Group>
          ) : (
            <Group>
              <Button
                loading={offering.isPending}
                onClick={() => {
                  offering.mutate();
                }}
              >
                {texts.secondStep.setUp}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function ConfirmForm({ offered, done }: { offered: Offered; done: (codes: string[]) => void }) {
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (value) => (/^[\d\s]{6,}$/.test(value.trim()) ? null : texts.secondStep.codeNeeded) },
  });
  const confirming = useMutation({
    mutationFn: confirmAuthenticator,
    onSuccess: ({ recoveryCodes }) => {
      done(recoveryCodes);
    },
    networkMode: 'always',
  });
  return (
    <CommandForm
      form={form}
      problem={confirming.error ? Problem.of(confirming.error) : undefined}
      pending={confirming.isPending}
      submit={texts.secondStep.confirm}
      onSubmit={({ code }) => {
        confirming.mutate(code);
      }}
    >
      <Text size="sm">{texts.secondStep.scan}</Text>
      <QrCode label={texts.secondStep.qr} text={offered.address} />
      <CopyField label={texts.secondStep.secret} value={offered.secret} />
      <TextInput
        label={texts.secondStep.code}
        description={texts.secondStep.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        {...form.getInputProps('code')}
      />
    </CommandForm>
  );
}

function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  return (
    <Stack gap="md">
      <Text size="sm">{texts.secondStep.codesText}</Text>
      <ul className="codes" aria-label={texts.secondStep.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button
          variant="default"
          onClick={() => {
            void navigator.clipboard.writeText(codes.join('\n')).then(() => {
              tell(texts.common.copied);
            });
          }}
        >
          {texts.common.copy}
        </Button>
        <Button onClick={done}>{texts.secondStep.codesKept}</Button>
      </Group>
    </Stack>
  );
}
