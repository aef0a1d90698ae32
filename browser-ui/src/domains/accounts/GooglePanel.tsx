import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { tell } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { goToGoogleToLink, unlinkGoogle } from './commands';
import { useGoogleLink } from './queries';

/** The person's link with an account at Google, where the service offers that. */
export function GooglePanel() {
  const link = useGoogleLink();
  const linking = useMutation({ mutationFn: () => goToGoogleToLink('/settings/second-step'), networkMode: 'always' });
  const unlinking = useMutation({
    mutationFn: unlinkGoogle,
    onSuccess: () => {
      tell(texts.google.unlinked);
      return link.refetch();
    },
    networkMode: 'always',
  });
  if (!link.data?.offered) return null;
  const failed = linking.error ?? unlinking.error;
  return (
    <Section title={texts.google.title}>
      <Stack gap="md" align="flex-start">
        {failed && <ProblemBanner problem={Problem.of(failed)} />}
        <Text size="sm">{link.data.linked ? texts.google.isLinked : texts.google.isNotLinked}</Text>
        {link.data.linked ? (
          <Button
            variant="default"
            loading={unlinking.isPending}
            onClick={() => {
              unlinking.mutate();
            }}
          >
            {texts.google.unlink}
          </Button>
        ) : (
          <Button
            variant="default"
            loading={linking.isPending || linking.isSuccess}
            onClick={() => {
              linking.mutate();
            }}
          >
            {texts.google.link}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
