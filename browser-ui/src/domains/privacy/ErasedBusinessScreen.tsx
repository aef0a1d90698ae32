import { Button, Container, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, askFile } from '../../api/client';
import { Problem } from '../../api/problem';
import { Empty } from '../../shared/Empty';
import { save } from '../../shared/files';
import { date } from '../../shared/format';
import { tellProblem } from '../../shared/notices';
import { Facts, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';

/** Where the link of the last mail leads: the certificate, for who had a business that was erased. */
export function ErasedBusinessScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  useDocumentTitle(`${texts.erasedBusiness.title} · ${texts.product}`);
  const account = useQuery({
    queryKey: ['erased', token],
    queryFn: () => ask('/api/erasure-certificates/open', { token }),
    retry: false,
    staleTime: Infinity,
  });
  const paper = useMutation({
    mutationFn: () => askFile('/api/erasure-certificates/paper', { token }),
    onSuccess: (file) => {
      save(file, 'erasure.pdf');
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  const { certificate, business, closedOn, erasedOn } = account.data ?? {};
  return (
    <Container component="main" size="xs" py="xl" px="sm">
      <Paper withBorder radius="lg" p={{ base: 'md', sm: 'xl' }}>
        <Title order={1} size="h3">
          {texts.erasedBusiness.title}
        </Title>
        <Text c="dimmed" size="sm" mb="lg">
          {texts.erasedBusiness.lead}
        </Text>
        {account.error ? (
          <Empty picture="page" title={texts.erasedBusiness.gone} text={texts.erasedBusiness.goneHint} />
        ) : !account.data ? (
          <SkeletonLines lines={4} />
        ) : certificate && erasedOn && closedOn ? (
          <Stack gap="md">
            <Text fw={600}>{texts.erasedBusiness.done(date(erasedOn))}</Text>
            <Facts
              facts={[
                [texts.erasedBusiness.closedOn, date(closedOn)],
                [texts.erasedBusiness.erasedOn, date(erasedOn)],
              ]}
            />
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {texts.erasedBusiness.business}: {business}
            </Text>
            <Group gap="xs">
              <Button
                loading={paper.isPending}
                onClick={() => {
                  paper.mutate();
                }}
              >
                {texts.erasedBusiness.paper}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  save(new Blob([JSON.stringify(certificate)], { type: 'application/json' }), 'erasure.json');
                }}
              >
                {texts.erasedBusiness.file}
              </Button>
            </Group>
            <Text size="xs" c="dimmed">
              {texts.erasedBusiness.check}
            </Text>
          </Stack>
        ) : (
          <Empty
            picture="calm"
            title={texts.erasedBusiness.waiting}
            text={texts.erasedBusiness.waitingText(closedOn ? date(closedOn) : '')}
          />
        )}
      </Paper>
    </Container>
  );
}
