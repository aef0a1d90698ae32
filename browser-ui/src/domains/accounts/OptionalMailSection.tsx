import { Switch, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { tell, tellProblem } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { useSession } from '../../shared/session';
import { texts } from '../../texts';
import { chooseOptionalMail } from './commands';

/** Which mails does the user want? */
export function OptionalMailSection() {
  const { optionalMail } = useSession();
  const queries = useQueryClient();
  const choosing = useMutation({
    mutationFn: (wanted: boolean) => chooseOptionalMail(queries, wanted),
    onSuccess: () => {
      tell(texts.mails.chosen);
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Section title={texts.mails.title}>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.mails.text}
      </Text>
      <Switch
        label={texts.mails.optional}
        description={texts.mails.optionalHint}
        checked={choosing.isPending ? choosing.variables : optionalMail}
        onChange={(event) => {
          choosing.mutate(event.currentTarget.checked);
        }}
      />
    </Section>
  );
}
