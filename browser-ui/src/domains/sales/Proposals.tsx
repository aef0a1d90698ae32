import { Badge, Button, Paper, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Answer } from '../../api/types';
import { Profit } from '../../shared/figures';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { DateInput } from '../../shared/form/inputs';
import { boxes, money } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Loaded, Section } from '../../shared/Screen';
import { useToday, useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useDraftProposal } from './commands';
import { useProposals } from './queries';

type Proposal = Answer<'/api/sale-proposals'>[number];

/** So many lines a sale has at most. */
const LINES_MAX = 500;

interface ProposalsProps {
  shipOn: string;
  onShipOn: (day: string) => void;
  /** Only these lots; all that are on hand without any. */
  lotIds: string[] | undefined;
}

/** Who pays most: every buyer's value for the same boxes side by side, and one tap to a draft. */
export function Proposals({ shipOn, onShipOn, lotIds }: ProposalsProps) {
  const today = useToday();
  const question = { shipOn: shipOn || today, ...(lotIds ? { lotIds } : {}) };
  const proposals = useProposals(question);
  return (
    <Section
      title={lotIds ? texts.proposals.titleFor(lotIds.length) : texts.proposals.title}
      aside={
        <DateInput
          label={texts.sale.shipOn}
          value={shipOn}
          onChange={(event) => {
            onShipOn(event.currentTarget.value);
          }}
        />
      }
    >
      <Loaded query={proposals}>
        {(data) =>
          data.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.proposals.none}{' '}
              <AnchorLink to="/prices/buyers" size="sm">
                {texts.proposals.toBuyers}
              </AnchorLink>
            </Text>
          ) : (
            <div className="proposals">
              {data.map((proposal, index) => (
                <ProposalCard key={proposal.buyerId} proposal={proposal} question={question} best={index === 0} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Section>
  );
}

interface ProposalCardProps {
  proposal: Proposal;
  question: { shipOn: string; lotIds?: string[] };
  best: boolean;
}

function ProposalCard({ proposal, question, best }: ProposalCardProps) {
  const navigate = useNavigate();
  const writes = useMay('write');
  const draft = useDraftProposal();
  const { minimumMonths, deduction, paymentDays } = proposal;
  return (
    <Paper withBorder radius="md" p="md" component="article" aria-label={proposal.buyerName}>
      <Stack gap={6} h="100%">
        <div className="cardRow">
          <AnchorLink to="/prices/buyers/$buyerId" params={{ buyerId: proposal.buyerId }} fw={600}>
            {proposal.buyerName}
          </AnchorLink>
          {best && proposal.boxes > 0 && (
            <Badge variant="light" color="green" radius="sm" tt="none">
              {texts.proposals.best}
            </Badge>
          )}
        </div>
        <div className="cardRow">
          <Text fw={650} size="xl" className="figures">
            {money(proposal.value)}
          </Text>
          <Text size="sm" c="dimmed" className="figures">
            {boxes(proposal.boxes)}
          </Text>
        </div>
        <div className="cardRow">
          <Text size="sm" c="dimmed">
            {texts.proposals.margin(money(proposal.landedCost))}
          </Text>
          <Profit value={proposal.margin} />
        </div>
        <Text size="sm" c="dimmed">
          {texts.proposals.terms(minimumMonths, deduction, paymentDays)}
        </Text>
        {proposal.refused.length > 0 && (
          <Text size="sm">
            {texts.proposals.refused(
              proposal.refused
                .map((refused) => `${boxes(refused.boxes)} ${texts.proposals.obstacles[refused.reason]}`)
                .join(', '),
            )}
          </Text>
        )}
        {proposal.lots > LINES_MAX && <Text size="sm">{texts.proposals.first(LINES_MAX)}</Text>}
        {draft.problem && <ProblemBanner problem={draft.problem} rest={draft.problem.faults} />}
        <Button
          mt="auto"
          variant={best ? 'filled' : 'light'}
          disabled={proposal.boxes === 0 || !writes}
          loading={draft.pending}
          onClick={() => {
            draft.run({ buyerId: proposal.buyerId, question }, ({ id }) => {
              tell(texts.sale.saved);
              void navigate({ to: '/sales/$saleId', params: { saleId: id } });
            });
          }}
        >
          {texts.proposals.draft(proposal.buyerName)}
        </Button>
      </Stack>
    </Paper>
  );
}
