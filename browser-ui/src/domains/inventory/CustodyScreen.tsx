import { Group, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Answer } from '../../api/types';
import { boxes, date, money, month } from '../../shared/format';
import { AnchorLink, PaperLink } from '../../shared/links';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { useCustody } from './queries';

type Custody = Answer<'/api/lots/{id}/custody'>;
type Step = Custody['steps'][number];

const route = getRouteApi('/signed-in/stock/$lotId/custody');

/** Where did these boxes come from, and where did they go? */
export function CustodyScreen() {
  const { lotId } = route.useParams();
  const custody = useCustody(lotId);
  return (
    <Loaded query={custody} skeleton={<SkeletonLines />}>
      {(data) => (
        <Screen
          title={texts.custody.title}
          lead={texts.custody.lead}
          above={
            <AnchorLink to="/stock/$lotId" params={{ lotId }} size="sm">
              {data.item}
            </AnchorLink>
          }
          views={<PaperLink href={`/api/lots/${lotId}/custody.pdf`}>{texts.custody.print}</PaperLink>}
        >
          <Section title={texts.deal.facts}>
            <Facts
              facts={[
                [
                  texts.custody.from,
                  data.customerId ? (
                    <AnchorLink to="/people/$customerId" params={{ customerId: data.customerId }}>
                      {data.customerName || texts.custody.forgotten}
                    </AnchorLink>
                  ) : (
                    data.customerName
                  ),
                ],
                [
                  texts.deals.one,
                  <AnchorLink key="deal" to="/deals/$dealId" params={{ dealId: data.dealId }}>
                    {texts.deals.one}
                  </AnchorLink>,
                ],
                [
                  texts.custody.lotNumber,
                  data.lotNumber && (
                    <AnchorLink key="recall" to="/stock/recall" search={{ lotNumber: data.lotNumber }}>
                      {data.lotNumber}
                    </AnchorLink>
                  ),
                ],
                [texts.stock.grade, texts.deals.grades[data.grade]],
                [texts.deal.expiry, month(data.expiry)],
              ]}
            />
          </Section>
          {data.photos.length > 0 && (
            <Section title={texts.custody.photos}>
              <Group gap="xs">
                {data.photos.map((photo) => (
                  <a key={photo} href={`/api/files/${photo}/content`} target="_blank" rel="noopener">
                    <img
                      src={`/api/files/${photo}/content`}
                      alt={texts.custody.photos}
                      loading="lazy"
                      style={{ width: 96, height: 96, objectFit: 'cover', borderRadius: 8 }}
                    />
                  </a>
                ))}
              </Group>
            </Section>
          )}
          <Section title={texts.custody.way}>
            <ol className="timeline">
              {data.steps.map((step, index) => (
                <StepLine key={index} step={step} />
              ))}
            </ol>
          </Section>
        </Screen>
      )}
    </Loaded>
  );
}

function StepLine({ step }: { step: Step }) {
  return (
    <li>
      <Stack gap={0}>
        <Text size="sm" fw={550} component="div">
          {texts.custody.kinds[step.kind]}
          {step.saleId && step.buyer && (
            <>
              {' · '}
              <AnchorLink to="/sales/$saleId" params={{ saleId: step.saleId }} size="sm">
                {step.buyer}
              </AnchorLink>
            </>
          )}
        </Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[
            date(step.on),
            step.boxes === undefined ? undefined : boxes(step.boxes),
            step.amount && money(step.amount),
            step.detail,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Stack>
    </li>
  );
}
