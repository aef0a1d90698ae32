import { Box, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { texts } from '../../texts';

/** Around the screens before the sign-in. */
export function DoorFrame(props: { title: string; lead: string; children: ReactNode; footer: ReactNode }) {
  useDocumentTitle(`${props.title} · ${texts.product}`);
  return (
    <Center component="main" mih="100dvh" p="sm" py="xl">
      <Stack w="100%" maw={440} gap="lg">
        <Box className="wordmark" style={{ justifyContent: 'center' }}>
          <img src="/favicon.svg" alt="" />
          {texts.product}
        </Box>
        <Paper withBorder radius="lg" p={{ base: 'md', sm: 'xl' }}>
          <Title order={1} size="h3">
            {props.title}
          </Title>
          <Text c="dimmed" size="sm" mb="lg">
            {props.lead}
          </Text>
          {props.children}
        </Paper>
        <Text size="sm" ta="center">
          {props.footer}
        </Text>
      </Stack>
    </Center>
  );
}
