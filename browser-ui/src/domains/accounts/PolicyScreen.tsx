import { Container, Paper } from '@mantine/core';
import Markdown from 'react-markdown';
import { Loaded, Screen } from '../../shared/Screen';
import { texts } from '../../texts';
import { usePolicy } from './queries';
import { AnchorLink } from '../../shared/links';

/** The published policy. Its Markdown is rendered without any HTML it may hold. */
export function PolicyScreen() {
  const policy = usePolicy();
  return (
    <Container component="main" size="sm" py="xl">
      <Screen
        title={texts.policy.title}
        lead={policy.data && texts.policy.version(policy.data.version, policy.data.lastUpdated)}
        above={
          <AnchorLink to="/" className="wordmark" c="inherit" mb="md">
            <img src="/favicon.svg" alt="" />
            {texts.product}
          </AnchorLink>
        }
      >
        <Paper withBorder radius="md" p="lg">
          <Loaded query={policy}>
            {({ text, dataRegion }) => (
              <div className="prose">
                <Markdown>{text}</Markdown>
                <p>{texts.policy.region(dataRegion)}</p>
              </div>
            )}
          </Loaded>
        </Paper>
      </Screen>
    </Container>
  );
}
